using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Pulumi;

namespace Hardening.Infra.Plans.Schemas;

/// <summary>What the XML documentation of types says of the plan's keys, as plain text in which code stands between backticks.</summary>
internal sealed partial class TypeDocs
{
    private readonly Dictionary<Assembly, IReadOnlyDictionary<string, XElement>> _files = [];

    /// <summary>What a type is for.</summary>
    public string? Of(Type type) => Summary(type.Assembly, $"T:{type.FullName}");

    /// <summary>What the member says that a key of the plan stands for; null where the type has none.</summary>
    public string? Of(Type type, string key) => MemberOf(type, key) is { } member ? Summary(type.Assembly, $"P:{type.FullName}.{member.Name}") : null;

    /// <summary>The property that a key of the plan sets: its wire name is the key.</summary>
    public static PropertyInfo? MemberOf(Type type, string key) => type.GetProperties().FirstOrDefault(property => KeyOf(property) == key);

    /// <summary>Whether a component refuses to be made without the argument.</summary>
    public static bool IsRequired(Type type, string key) =>
        MemberOf(type, key) is { } property && Input(property)?.ConstructorArguments is [_, { Value: true }, ..];

    private static string KeyOf(PropertyInfo property) =>
        Input(property)?.ConstructorArguments[0].Value as string ?? char.ToLowerInvariant(property.Name[0]) + property.Name[1..];

    private static CustomAttributeData? Input(PropertyInfo property) =>
        property.GetCustomAttributesData().FirstOrDefault(attribute => attribute.AttributeType == typeof(InputAttribute));

    private string? Summary(Assembly assembly, string id)
    {
        if (!_files.TryGetValue(assembly, out var members))
            _files[assembly] = members = Load(assembly);
        return members.TryGetValue(id, out var member) && member.Element("summary") is { } summary ? Spaces().Replace(Text(summary), " ").Trim() : null;
    }

    private static Dictionary<string, XElement> Load(Assembly assembly)
    {
        var path = Path.ChangeExtension(assembly.Location, ".xml");
        if (!File.Exists(path))
            throw new EnvironmentException($"{Path.GetFileName(path)}, which holds the descriptions of the schema, is not beside the program", "build it again: dotnet build infra");
        return XDocument.Load(path, LoadOptions.PreserveWhitespace).Descendants("member").ToDictionary(member => member.Attribute("name")!.Value, StringComparer.Ordinal);
    }

    private static string Text(XElement element)
    {
        var text = new StringBuilder();
        foreach (var node in element.Nodes())
        {
            text.Append(node switch
            {
                XText plain => plain.Value,
                XElement { Name.LocalName: "c" } code => $"`{code.Value}`",
                XElement { Name.LocalName: "see" } see when see.Attribute("cref") is { } reference => Referenced(reference.Value),
                XElement { Name.LocalName: "see" or "paramref" } named => $"`{named.Attributes().First().Value}`",
                XElement inner => Text(inner),
                _ => "",
            });
        }

        return text.ToString();
    }

    /// <summary>What a reference stands for in a plan: a constant its value, an argument its key, a closed set its values, anything else its name.</summary>
    private static string Referenced(string id)
    {
        var name = id[2..];
        var at = name.LastIndexOf('.');
        if (id[0] is 'T')
            return Type(name) is { } type && Values(type.GetProperty("All")) is { } set ? set : $"`{name[(at + 1)..]}`";
        var owner = at > 0 ? Type(name[..at]) : null;
        var member = name[(at + 1)..];
        if (id[0] is 'F')
            return owner?.GetField(member)?.GetValue(null) is string constant ? $"`{constant}`" : $"`{member}`";
        var property = id[0] is 'P' ? owner?.GetProperty(member) : null;
        return property is null ? $"`{member}`" : Values(property) ?? $"`{KeyOf(property)}`";
    }

    private static string? Values(PropertyInfo? property) =>
        property?.GetMethod is { IsStatic: true } && property.GetValue(null) is IEnumerable<string> values ? string.Join(", ", values.Select(value => $"`{value}`")) : null;

    private static Type? Type(string name) => typeof(TypeDocs).Assembly.GetType(name) ?? typeof(Components.Rollout).Assembly.GetType(name);

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant, 60_000)]
    private static partial Regex Spaces();
}
