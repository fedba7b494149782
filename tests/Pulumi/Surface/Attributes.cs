using System.Reflection;

namespace Pulumi.Tests.Surface;

/// <summary>The attributes that the listing shows. Their arguments are read as data: the SDK keeps some of the properties internal.</summary>
internal static class Attributes
{
    public static string OfType(Type type)
    {
        var shown = new List<string>();
        foreach (var data in type.GetCustomAttributesData())
        {
            switch (data.AttributeType.Name)
            {
                case nameof(AttributeUsageAttribute):
                    var targets = $"{(AttributeTargets)data.ConstructorArguments[0].Value!}";
                    var multiple = data.NamedArguments.Any(a => a.MemberName == "AllowMultiple" && a.TypedValue.Value is true);
                    shown.Add($"[AttributeUsage({targets}{(multiple ? ", AllowMultiple" : "")})] ");
                    break;
                case "KubernetesResourceTypeAttribute":
                    shown.Add($"[KubernetesResourceType(\"{data.ConstructorArguments[0].Value}\", version: \"{Version(type)}\")] ");
                    break;
                case "EnumTypeAttribute":
                    shown.Add("[EnumType] ");
                    break;
                case "OutputTypeAttribute":
                    shown.Add("[OutputType] ");
                    break;
                case nameof(ObsoleteAttribute):
                    shown.Add("[Obsolete] ");
                    break;
            }
        }

        return string.Concat(shown);
    }

    public static bool IsOutputConstructor(ConstructorInfo constructor) => Has(constructor, "OutputConstructorAttribute");

    public static string OfProperty(PropertyInfo property)
    {
        if (Wire(property) is { } own)
        {
            return own + " ";
        }

        // A list or map property creates its collection on first read, so the SDK's generator puts the attribute on the backing field.
        var field = property.DeclaringType!.GetFields(BindingFlags.Instance | BindingFlags.NonPublic)
            .FirstOrDefault(f => string.Equals(f.Name, "_" + property.Name, StringComparison.OrdinalIgnoreCase));
        var onField = field is null ? null : Wire(field);
        return onField is null ? OfMember(property) : $"{onField}(on private field {field!.Name}) ";
    }

    public static string OfMember(MemberInfo member) => Has(member, nameof(ObsoleteAttribute)) ? "[Obsolete] " : "";

    private static string? Wire(MemberInfo member)
    {
        var data = member.GetCustomAttributesData().FirstOrDefault(a => a.AttributeType.FullName is "Pulumi.InputAttribute" or "Pulumi.OutputAttribute");
        if (data is null)
        {
            return null;
        }

        var parameters = data.Constructor.GetParameters();
        var flags = parameters.Zip(data.ConstructorArguments).Where(p => p.Second.Value is true).Select(p => $", {p.First.Name}: true");
        var name = data.ConstructorArguments[0].Value ?? member.Name;
        return $"[{data.AttributeType.Name.Replace("Attribute", "", StringComparison.Ordinal)}(\"{name}\"{string.Concat(flags)})]";
    }

    private static string? Version(Type type) =>
        type.GetCustomAttributes().Select(a => a.GetType().GetProperty("Version")?.GetValue(a) as string).FirstOrDefault(v => v is not null);

    private static bool Has(MemberInfo member, string attribute) => member.GetCustomAttributesData().Any(a => a.AttributeType.Name == attribute);
}
