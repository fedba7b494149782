using System.Reflection;
using System.Runtime.CompilerServices;

namespace Hardening.Preview.Walk;

/// <summary>
/// One <c>[Input]</c> member of an args class. An automatic property is read through its field: reflection reads a field without compiling anything,
/// and a render reads each of some hundred members for the first time.
/// </summary>
internal sealed class ArgsMember
{
    private readonly FieldInfo? _field;
    private readonly PropertyInfo? _property;

    private ArgsMember(string name, FieldInfo? field, PropertyInfo? property)
    {
        Name = name;
        _field = field;
        _property = property;
    }

    /// <summary>The wire name.</summary>
    public string Name { get; }

    /// <summary>The member as C# knows it.</summary>
    public string Member => (_property as MemberInfo ?? _field!).Name;

    public static ArgsMember? Of(FieldInfo field) => WireName(field) is { } name ? new(name, field, null) : null;

    public static ArgsMember? Of(PropertyInfo property)
        => WireName(property) is { } name && property.GetMethod is not null ? new(name, BackingField(property), property) : null;

    public object? Read(object args) => _field is not null ? _field.GetValue(args) : _property!.GetValue(args);

    /// <summary>The attribute's <c>Name</c> is not public; its constructor argument is.</summary>
    private static string? WireName(MemberInfo member)
    {
        foreach (var attribute in member.GetCustomAttributesData())
        {
            if (attribute.AttributeType == typeof(InputAttribute))
            {
                return attribute.ConstructorArguments[0].Value as string;
            }
        }

        return null;
    }

    private static FieldInfo? BackingField(PropertyInfo property)
    {
        var getter = property.GetMethod!;
        return getter.IsVirtual || !getter.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false)
            ? null
            : property.DeclaringType!.GetField($"<{property.Name}>k__BackingField", BindingFlags.Instance | BindingFlags.NonPublic);
    }
}
