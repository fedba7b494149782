using System.Text;
using System.Text.Json;

namespace Hardening.Components.Tests.CertManager;

/// <summary>Writes a captured manifest as block YAML, its strings as JSON writes them, which YAML reads.</summary>
internal static class RuleYaml
{
    private static readonly string[] First = ["apiVersion", "kind", "metadata", "alert", "name", "expr"];
    private static readonly JsonSerializerOptions Plain = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(IReadOnlyDictionary<string, object> manifest)
    {
        var text = new StringBuilder();
        Map(text, manifest, 0, first: false);
        return text.ToString();
    }

    private static void Map(StringBuilder text, IReadOnlyDictionary<string, object> map, int indent, bool first)
    {
        foreach (var (key, value) in map.OrderBy(pair => Rank(pair.Key)).ThenBy(pair => pair.Key, StringComparer.Ordinal))
        {
            text.Append(' ', first ? 0 : indent).Append(key).Append(':');
            first = false;
            Value(text, value, indent + 2);
        }
    }

    private static void Value(StringBuilder text, object value, int indent)
    {
        switch (value)
        {
            case IReadOnlyDictionary<string, object> map:
                text.Append('\n');
                Map(text, map, indent, first: false);
                break;
            case IEnumerable<object> list:
                text.Append('\n');
                foreach (var item in list.Cast<IReadOnlyDictionary<string, object>>())
                {
                    text.Append(' ', indent).Append("- ");
                    Map(text, item, indent + 2, first: true);
                }

                break;
            default:
                text.Append(' ').Append(JsonSerializer.Serialize(value, Plain)).Append('\n');
                break;
        }
    }

    private static int Rank(string key) => Array.IndexOf(First, key) is >= 0 and var rank ? rank : First.Length;
}
