using System.Xml.Linq;

namespace Crdgen.Tests.ComparisonTable.Support;

/// <summary>The documentation that the compiler made of the generated types, as an editor shows it.</summary>
internal static class Documentation
{
    private static readonly Dictionary<string, string> Summaries = XDocument.Load(Path.Combine(AppContext.BaseDirectory, "crdgen.Tests.xml"))
        .Descendants("member")
        .ToDictionary(member => member.Attribute("name")!.Value, member => member.Element("summary")?.Value ?? "", StringComparer.Ordinal);

    public static string Of(Type type) => Summaries[$"T:{type.FullName}"];

    public static string Of(Type type, string property) => Summaries[$"P:{type.FullName}.{property}"];
}
