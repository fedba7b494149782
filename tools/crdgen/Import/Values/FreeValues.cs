using Crdgen.Import.Reading;
using Crdgen.Import.Writing;
using Crdgen.Reading;

namespace Crdgen.Import.Values;

/// <summary>Values without a type as the dictionaries, arrays and scalars that the SDK serialises.</summary>
internal sealed class FreeValues(ValueContext context)
{
    /// <summary>The members of a free object as entries of a collection initialiser.</summary>
    public List<Code.Entry> Members(Node map, Place place)
    {
        var entries = new List<Code.Entry>();
        var secret = map["kind"]?.Text == "Secret" && map["apiVersion"]?.Text == "v1";
        foreach (var (key, value) in map.Members)
        {
            var at = place.Member(key);
            var start = $"[{Literals.Line(key)}] = ";
            if (secret && key is "data" or "stringData")
            {
                entries.Add(value.Kind == NodeKind.Map
                    ? new Code.Entry(start, Dictionary(SecretMembers(map, value)))
                    : context.Refuse(at, value, "must be an object (its value is not shown)"));
            }
            else if (value.Kind == NodeKind.Null)
            {
                entries.Add(context.Refuse(at, value, "is null, which the SDK does not send as the value of a key"));
            }
            else if (Value(value, at, out var problem) is { } code)
            {
                entries.Add(new Code.Entry(start, code));
            }
            else
            {
                entries.Add(context.Refuse(at, value, problem));
            }
        }

        return entries;
    }

    public Code? Value(Node given, Place place, out string problem)
    {
        var node = ManifestScalars.Resolve(given);
        problem = "";
        if (place.Depth > Place.MaximumDepth)
        {
            problem = $"is nested more than {Place.MaximumDepth} deep";
            return null;
        }

        return node.Kind switch
        {
            NodeKind.Null => Code.Of("null"),
            NodeKind.Boolean => Code.Of(node.Text),
            NodeKind.Number => Scalars.Number(node, out problem),
            NodeKind.Text => Literals.Text(node.Text),
            NodeKind.List => List(node, place),
            _ => Dictionary(Members(node, place)),
        };
    }

    public List<Code.Entry> Items(Node list, Place place) =>
        [.. list.Items.Select((item, index) => Value(item, place.Item(index), out var problem) is { } code
            ? new Code.Entry("", code)
            : context.Refuse(place.Item(index), item, problem))];

    private Code List(Node list, Place place) => list.Items.Count == 0
        ? Code.Of("Array.Empty<object>()")
        : new Code.Block(["new object?[]"], Items(list, place));

    private static Code Dictionary(List<Code.Entry> entries) => entries.Count == 0
        ? Code.Of("new Dictionary<string, object?>()")
        : new Code.Block(["new Dictionary<string, object?>"], entries);

    /// <summary>A Secret inside a free object, such as one that a policy generates: its values are not printed either.</summary>
    private List<Code.Entry> SecretMembers(Node secret, Node values)
    {
        var metadata = secret["metadata"];
        var name = string.Join('-', new[] { context.ObjectName, metadata?["namespace"]?.Text, metadata?["name"]?.Text }.OfType<string>());
        return [.. values.Members.Select(member => new Code.Entry($"[{Literals.Line(member.Key)}] = ", context.Secret(name, member.Key)))];
    }
}
