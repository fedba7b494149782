namespace Hardening.Components;

/// <summary>Pieces of CEL text that more than one policy is made of.</summary>
internal static class CelText
{
    /// <summary>
    /// Whether nothing was there before the request. Kubernetes has no old object then (null), Kyverno an empty one. Not the text <c>oldObject.spec</c>: Kyverno replaces that
    /// in its rules for controllers, and no field can be asked of an object that lacks the path to it.
    /// </summary>
    public const string IsCreation = "(dyn(oldObject) == null || !('spec' in dyn(oldObject)))";

    /// <summary>A list of text literals.</summary>
    public static string List(IEnumerable<string> values) => $"[{string.Join(", ", values.Select(Literal))}]";

    /// <summary>A text literal.</summary>
    public static string Literal(string value) =>
        $"'{value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "\\'", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal).Replace("\r", "\\r", StringComparison.Ordinal)}'";

    /// <summary>
    /// Whether the request is outside the namespaces that the policy leaves alone. Not the text <c>object.metadata</c>: in its rules for controllers Kyverno before 1.19 makes that
    /// the metadata of the pod's template, which has no namespace.
    /// </summary>
    public static string OutsideNamespaces(IEnumerable<string> namespaces) =>
        $"!(has(dyn(object).metadata.namespace) && dyn(object).metadata.namespace in {List(namespaces)})";

    public static string Lines(params string[] lines) => string.Join('\n', lines);

    public static string Indent(string text) => "  " + text.Replace("\n", "\n  ", StringComparison.Ordinal);
}
