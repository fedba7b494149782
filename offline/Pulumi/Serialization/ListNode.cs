using System.Collections.Immutable;

namespace Pulumi.Serialization;

/// <summary>A serialised list.</summary>
internal sealed class ListNode(object?[] items)
{
    public object?[] Items => items;

    public ImmutableArray<object> ToImmutable()
    {
        var result = ImmutableArray.CreateBuilder<object>(items.Length);
        foreach (var item in items)
        {
            result.Add(ObjectNode.ToPublic(item)!);
        }

        return result.MoveToImmutable();
    }
}
