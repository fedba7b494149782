using System.Collections.Concurrent;
using System.Reflection;

namespace Pulumi.Serialization;

/// <summary>The [Input] members of one args class, looked up once.</summary>
internal sealed class InputTable
{
    private static readonly ConcurrentDictionary<Type, InputTable> Tables = new();

    private InputTable(Type type)
    {
        const BindingFlags Any = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance;
        var members = new List<InputMember>();
        foreach (var field in type.GetFields(Any))
        {
            if (field.GetCustomAttribute<InputAttribute>() is { } attribute)
            {
                members.Add(new InputMember(type, field, attribute));
            }
        }

        foreach (var property in type.GetProperties(Any))
        {
            if (property.GetCustomAttribute<InputAttribute>() is { } attribute)
            {
                members.Add(new InputMember(type, property, attribute));
            }
        }

        Members = [.. members];
    }

    public InputMember[] Members { get; }

    public static InputTable Of(Type type) => Tables.GetOrAdd(type, static key => new InputTable(key));
}
