using System.Globalization;
using Hardening.Components;
using Pulumi;

namespace Hardening.Infra.Audit.Flows;

/// <summary>Writes suggested rules in the plan's own notation, on one line.</summary>
internal static class RuleText
{
    private static readonly string[] Words = ["true", "false", "yes", "no", "on", "off", "null", "y", "n"];

    public static string Of(EgressRuleArgs rule) => Write(
        ("dns", rule.Dns is null ? null : "{}"),
        ("nodeLocalDns", rule.NodeLocalDns is null ? null : "{}"),
        ("sameNamespace", True(rule.SameNamespace)),
        ("namespace", Scalar(rule.Namespace)),
        ("kubeApiServer", True(rule.KubeApiServer)),
        ("nodes", True(rule.Nodes)),
        ("fqdn", Scalar(rule.Fqdn)),
        ("cidr", Scalar(rule.Cidr)),
        ("nfs", rule.Nfs is null ? null : $"{{ addresses: {List(rule.Nfs.Addresses!.Select(address => Scalar(address)!))} }}"),
        ("icmp", Icmp(rule.Icmp)),
        ("pods", Pods(rule.Pods)),
        ("ports", Ports(rule.Ports)),
        ("reason", rule.Reason));

    public static string Of(IngressRuleArgs rule) => Write(
        ("sameNamespace", True(rule.SameNamespace)),
        ("namespace", Scalar(rule.Namespace)),
        ("kubeApiServer", True(rule.KubeApiServer)),
        ("nodes", True(rule.Nodes)),
        ("cidr", Scalar(rule.Cidr)),
        ("entities", rule.Entities is null ? null : List(rule.Entities)),
        ("icmp", Icmp(rule.Icmp)),
        ("world", True(rule.World)),
        ("pods", Pods(rule.Pods)),
        ("ports", Ports(rule.Ports)),
        ("allPorts", True(rule.AllPorts)),
        ("reason", rule.Reason));

    private static string Write(params IEnumerable<(string Name, string? Value)> members) =>
        $"- {{ {string.Join(", ", members.Where(member => member.Value is not null).Select(member => $"{member.Name}: {member.Value}"))} }}";

    private static string? Pods(Dictionary<string, string>? pods) => pods is null ? null : $"{{ {string.Join(", ", pods.Select(label => $"{Scalar(label.Key)}: {Scalar(label.Value)}"))} }}";

    private static string? Ports(List<string>? ports) => ports is null ? null : List(ports.Select(Scalar));

    private static string? Icmp(IcmpArgs? icmp)
    {
        if (icmp is null)
            return null;
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
