namespace Hardening.Components;

/// <summary>Pieces of CEL text that more than one policy is made of.</summary>
internal static class CelText
{
    /// <summary>A list of text literals.</summary>
    public static string List(IEnumerable<string> values) => $"[{string.Join(", ", values.Select(Literal))}]";

    /// <summary>A text literal.</summary>
    public static string Literal(string value) =>
        $"'{value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "\\'", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal).Replace("\r", "\\r", StringComparison.Ordinal)}'";

    /// <summary>Whether the request is outside the namespaces that the policy leaves alone.</summary>
    public static string OutsideNamespaces(IEnumerable<string> namespaces) =>
        $"!(has(object.metadata.namespace) && object.metadata.namespace in {List(namespaces)})";

    public static string Lines(params string[] lines) => string.Join('\n', lines);

    public static string Indent(string text) => "  " + text.Replace("\n", "\n  ", StringComparison.Ordinal);
}
