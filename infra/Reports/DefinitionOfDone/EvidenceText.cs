using System.Globalization;
using Hardening.Preview;

namespace Hardening.Infra.Reports.DefinitionOfDone;

/// <summary>How evidence is written: <c>ResourceQuota vault/hardening-quota spec.hard[requests.memory]=1Gi</c>. Secrets are never shown.</summary>
internal static class EvidenceText
{
    /// <summary>Kind, namespace and name of an object.</summary>
    public static string Of(CapturedResource resource)
    {
        var name = resource.ObjectName ?? "(name not known yet)";
        return resource.ObjectNamespace is { } space ? $"{resource.Kind} {space}/{name}" : $"{resource.Kind} {name}";
    }

    /// <summary>A field and its value.</summary>
    public static string Of(CapturedResource resource, string field, CapturedValue? value) => $"{Of(resource)} {field}={Of(value)}";

    /// <summary>A value on one line.</summary>
    public static string Of(CapturedValue? value) => value switch
    {
        null => "(absent)",
        { IsSecret: true } => "[secret]",
        { IsUnknown: true } => "[unknown]",
        { Kind: CapturedKind.Text } => OneLine(value.Text!),
        { Kind: CapturedKind.Boolean } => value.Boolean ? "true" : "false",
        { Kind: CapturedKind.Number } => value.Number.ToString(CultureInfo.InvariantCulture),
        { Kind: CapturedKind.List } => $"[{string.Join(", ", value.Items.Select(Of))}]",
        _ => value.ToString(),
    };

    /// <summary>A text of the plan without line breaks or other control characters.</summary>
    public static string OneLine(string text) =>
        string.Join(' ', new string([.. text.Select(c => char.IsControl(c) ? ' ' : c)]).Split(' ', StringSplitOptions.RemoveEmptyEntries));

    /// <summary>Whether a value is known to be a text or a number that says something.</summary>
    public static bool IsStated(CapturedValue? value) => value is { Kind: CapturedKind.Number } or { Kind: CapturedKind.Text, Text.Length: > 0 };

    /// <summary>"one", "two and three": names in a sentence.</summary>
    public static string And(IReadOnlyList<string> names) => names.Count < 2 ? string.Concat(names) : $"{string.Join(", ", names.Take(names.Count - 1))} and {names[^1]}";
}
