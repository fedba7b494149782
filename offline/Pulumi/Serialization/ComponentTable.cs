using System.Collections.Concurrent;
using System.Reflection;

namespace Pulumi.Serialization;

/// <summary>The [Output] properties that a component registers, looked up once a class.</summary>
internal sealed class ComponentTable
{
    private static readonly ConcurrentDictionary<Type, ComponentTable> Tables = new();

    private readonly (string Name, PropertyInfo Property, FieldInfo? Field)[] _outputs;

    private ComponentTable(Type type)
        => _outputs =
        [
            .. ResourceTable.OutputProperties(type).Select(found => (
                string.IsNullOrWhiteSpace(found.Attribute.Name) ? found.Property.Name : found.Attribute.Name,
                found.Property,
                MemberAccess.FieldBehind(found.Property, found.Property.GetMethod))),
        ];

    public static ComponentTable Of(Type type) => Tables.GetOrAdd(type, static key => new ComponentTable(key));

    public Dictionary<string, object?> Read(Resource component)
    {
        var result = new Dictionary<string, object?>(_outputs.Length, StringComparer.Ordinal);
        foreach (var (name, property, field) in _outputs)
        {
            result.Add(name, field is not null ? field.GetValue(component) : property.GetValue(component));
        }

        return result;
    }
}
