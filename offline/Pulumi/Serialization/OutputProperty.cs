using System.Reflection;

namespace Pulumi.Serialization;

/// <summary>A public property marked [Output].</summary>
internal sealed class OutputProperty(PropertyInfo property, OutputAttribute attribute)
{
    private readonly FieldInfo? _field = MemberAccess.FieldBehind(property, property.GetMethod);

    public PropertyInfo Property => property;

    /// <summary>The name given in the attribute, if there is one.</summary>
    public string? GivenName => attribute.Name;

    public object? Read(Resource resource) => _field is not null ? _field.GetValue(resource) : property.GetValue(resource);

    /// <summary>Those of a class, without the urn and id that every resource has.</summary>
    public static List<OutputProperty> Of(Type type)
    {
        var result = new List<OutputProperty>();
        foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            if (property.DeclaringType != typeof(Resource)
                && property.DeclaringType != typeof(CustomResource)
                && property.GetCustomAttribute<OutputAttribute>() is { } attribute)
            {
                result.Add(new OutputProperty(property, attribute));
            }
        }

        return result;
    }
}
