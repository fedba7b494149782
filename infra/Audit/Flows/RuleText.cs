using System.Globalization;
using Hardening.Components;
using Pulumi;

namespace Hardening.Infra.Audit.Flows;

/// <summary>Writes suggested rules in the plan's own notation, on one line.</summary>
internal static class RuleText
{
    private static readonly string[] Words = ["true", "false", "yes", "no", "on", "off", "null", "y", "n"];

    public static string Of(EgressRuleArgs rule)
    {
        var members = new List<string>();
        Add("dns", rule.Dns is null ? null : "{}");
        Add("nodeLocalDns", rule.NodeLocalDns is null ? null : "{}");
        Add("sameNamespace", True(rule.SameNamespace));
        Add("namespace", Scalar(rule.Namespace));
        Add("kubeApiServer", True(rule.KubeApiServer));
        Add("nodes", True(rule.Nodes));
        Add("fqdn", Scalar(rule.Fqdn));
        Add("cidr", Scalar(rule.Cidr));
        Add("nfs", rule.Nfs is null ? null : $"{{ addresses: {List(rule.Nfs.Addresses!.Select(address => Scalar(address)!))} }}");
        Add("icmp", rule.Icmp is null ? null : Icmp(rule.Icmp));
        Add("pods", rule.Pods is null ? null : $"{{ {string.Join(", ", rule.Pods.Select(label => $"{Scalar(label.Key)}: {Scalar(label.Value)}"))} }}");
        Add("ports", rule.Ports is null ? null : List(rule.Ports.Select(Scalar)));
        Add("reason", rule.Reason);
        return $"- {{ {string.Join(", ", members)} }}";

        void Add(string name, string? value)
        {
            if (value is not null)
                members.Add($"{name}: {value}");
        }
    }

    private static string Icmp(EgressIcmpArgs icmp)
    {
        var family = icmp.Family is null ? "" : $", family: {icmp.Family}";
        var cidrs = icmp.Cidrs is null ? "" : $", cidrs: {List(icmp.Cidrs.Select(cidr => Scalar(cidr)!))}";
        return $"{{ types: {List(icmp.Types!)}{family}{cidrs} }}";
    }

    private static string List(IEnumerable<string> items) => $"[{string.Join(", ", items)}]";

    private static string? True(bool value) => value ? "true" : null;

    private static string? Scalar(Input<string>? input) => Known.TryGet(input, out var value) ? Scalar(value) : null;

    /// <summary>A text as YAML reads it back: in quotes where it would be taken for something else.</summary>
    private static string Scalar(string text) =>
        text.Length > 0 && !text.Contains(':', StringComparison.Ordinal) && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' or '/')
            && !text.StartsWith('-') && !IsNumber(text) && !Words.Contains(text, StringComparer.OrdinalIgnoreCase)
            ? text
            : $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";

    /// <summary>Anything that begins as a number does may be one, or a date, to some reader of YAML; addresses and ports are none.</summary>
    private static bool IsNumber(string text) =>
        (char.IsAsciiDigit(text[0]) || text[0] is '.') && !text.Contains('/', StringComparison.Ordinal) && text.Count(c => c is '.') != 3
        || double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _);
}
