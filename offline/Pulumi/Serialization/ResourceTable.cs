using System.Collections.Concurrent;
using System.Reflection;

namespace Pulumi.Serialization;

/// <summary>The [Output] properties of one resource class, looked up once.</summary>
internal sealed class ResourceTable
{
    private static readonly ConcurrentDictionary<Type, ResourceTable> Tables = new();

    private ResourceTable(Type type)
        => Slots = [.. OutputProperties(type).Select(found => new OutputSlot(type, found.Property, found.Attribute))];

    public OutputSlot[] Slots { get; }

    public static ResourceTable Of(Type type) => Tables.GetOrAdd(type, static key => new ResourceTable(key));

    /// <summary>Public properties marked [Output], without the urn and id that every resource has.</summary>
    public static IEnumerable<(PropertyInfo Property, OutputAttribute Attribute)> OutputProperties(Type type)
    {
        foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            if (property.DeclaringType != typeof(Resource)
                && property.DeclaringType != typeof(CustomResource)
                && property.GetCustomAttribute<OutputAttribute>() is { } attribute)
            {
                yield return (property, attribute);
            }
        }
    }
}
