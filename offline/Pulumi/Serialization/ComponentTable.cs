using System.Collections.Concurrent;

namespace Pulumi.Serialization;

/// <summary>The [Output] properties that a component registers, looked up once a class.</summary>
internal sealed class ComponentTable
{
    private static readonly ConcurrentDictionary<Type, ComponentTable> Tables = new();

    private readonly List<OutputProperty> _outputs;

    private ComponentTable(Type type) => _outputs = OutputProperty.Of(type);

    public static ComponentTable Of(Type type) => Tables.GetOrAdd(type, static key => new ComponentTable(key));

    public Dictionary<string, object?> Read(Resource component)
    {
        var result = new Dictionary<string, object?>(_outputs.Count, StringComparer.Ordinal);
        foreach (var output in _outputs)
        {
            result.Add(string.IsNullOrWhiteSpace(output.GivenName) ? output.Property.Name : output.GivenName, output.Read(component));
        }

        return result;
    }
}
