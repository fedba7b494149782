using System.Collections.Concurrent;

namespace Pulumi.Serialization;

/// <summary>The [Output] properties of one resource class, looked up once.</summary>
internal sealed class ResourceTable
{
    private static readonly ConcurrentDictionary<Type, ResourceTable> Tables = new();

    private ResourceTable(Type type)
    {
        var properties = OutputProperty.Of(type);
        Slots = new OutputSlot[properties.Count];
        for (var i = 0; i < Slots.Length; i++)
        {
            Slots[i] = new OutputSlot(type, properties[i]);
        }
    }

    public OutputSlot[] Slots { get; }

    public static ResourceTable Of(Type type) => Tables.GetOrAdd(type, static key => new ResourceTable(key));
}
