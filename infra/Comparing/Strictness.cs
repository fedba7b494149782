using Hardening.Components;
using Hardening.Infra.Plans;
using Hardening.Primitives;

namespace Hardening.Infra.Comparing;

/// <summary>What makes a plan stricter, by place. The first line that fits a place judges it; what no line fits cannot be judged.</summary>
internal static class Strictness
{
    private static readonly Rule Mode = Rule.Order("mode", Rollout.All);
    private static readonly Rule Level = Rule.Order("level", PodSecurityLevel.All);
    private static readonly Rule Flag = Rule.Order("flag", "false", "true");
    private static readonly Rule Scope = Rule.Order("scope", [.. SealingScope.All.Reverse()]);
    private static readonly Rule Unjudged = Rule.Unknown("other");

    /// <summary>The destination of pods that connect to nothing, and the source of those that nothing connects to.</summary>
    private const string Nowhere = "[none true]";

    /// <summary>
    /// Segments of a place, separated by blanks: a key, <c>*</c> for any one segment, a pattern in brackets for an item of a list, a leading or closing <c>**</c> for any number of segments.
    /// </summary>
    private static readonly (string[] Place, Rule Rule)[] Table =
    [
        .. Lines(
            ("** reason", Rule.Same("text")),
            ("** owner", Rule.Same("text")),
            ("** title", Rule.Same("text")),
            ("** description", Rule.Same("text")),
            ("** policyName", Rule.Same("name")),
            ("** expires", Rule.Earlier("expiry")),
            ("** failurePolicy", Rule.Order("failure", [.. PolicyFailure.All.Reverse()])),
            ("** excludedNamespaces *", Rule.Allows("exemption")),
            ("** exemptions *", Rule.Allows("exemption")),
            ("** modes *", Mode),
            ("** egress * ports", Rule.Fewer("ports")),
            ("** ingress * ports", Rule.Fewer("ports")),
            ("** egressDeny * ports", Rule.More("ports")),
            ("** egressDeny *", Rule.Protects("carve-out"))),
        ([PlanSections.Namespaces, "*", "egress", Nowhere], Rule.Protects("destination")),
        ([PlanSections.Namespaces, "*", "ingress", Nowhere], Rule.Protects("source")),
        .. Lines(PlanSections.Rollout, ("*", Mode)),
        .. Lines(
            PlanSections.Namespaces,
            ("*", Rule.Protects("namespace")),
            ("* labels *", Rule.Same("label")),
            ("* annotations *", Rule.Same("label")),
            ("* egress", Rule.Protects("policy")),
            ("* ingress", Rule.Protects("policy")),
            ("* workloads * egress", Rule.Allows("destination")),
            ("* egress *", Rule.Allows("destination")),
            ("* workloads * egress *", Rule.Allows("destination")),
            ("* workloads * ingress", Rule.Allows("source")),
            ("* ingress *", Rule.Allows("source")),
            ("* workloads * ingress *", Rule.Allows("source")),
            ("* size", Rule.Order("size", [.. NamespaceSize.All.Reverse()])),
            ("* limits * min *", Rule.Larger("number")),
            ("* limits * defaultRequest *", Rule.Unknown("number")),
            ("* limits * * *", Rule.Smaller("number")),
            ("* quota hard *", Rule.Smaller("number")),
            ("* podSecurity level", Level),
            ("* podSecurity auditLevel", Level),
            ("* podSecurity warnLevel", Level),
            ("* workloads * critical", Flag),
            ("* workloads * security", Rule.Protects("context")),
            ("* workloads * security profile", Rule.Order("profile", [.. SecurityProfile.All.Reverse()])),
            ("* workloads * security addCapabilities *", Rule.Allows("capability")),
            ("* workloads * security runAsUser", Rule.Protects("user"))),
        .. Lines(PlanSections.Registries, ("", Rule.Protects("policy")), ("trusted *", Rule.Allows("registry"))),
        .. Lines(PlanSections.Pinning, ("", Rule.Protects("policy")), ("digest", Rule.Order("digest", ImageDigest.All)), ("twoNumberVersions *", Rule.Allows("version"))),
        .. Lines(PlanSections.Exceptions, ("*", Rule.Allows("exception")), ("* images", Rule.Protects("images")), ("* images *", Rule.Allows("image")), ("* selector", Rule.Protects("pods"))),
        .. Lines(PlanSections.Dashboard, ("", Rule.Protects("role")), ("read *", Rule.Allows("right")), ("write *", Rule.Allows("right")), ("write * verbs", Rule.Fewer("right")), ("groups *", Rule.Allows("subject")), ("users *", Rule.Allows("subject"))),
        .. Lines(PlanSections.Disruption, ("*", Rule.Protects("budget")), ("* maxUnavailable", Rule.Smaller("number").WhereBothSay()), ("* minAvailable", Rule.Larger("number").WhereBothSay())),
        .. Lines(PlanSections.Defaults, ("", Rule.Protects("policy")), ("egress *", Rule.Allows("destination")), ("size", Rule.Order("size", [.. NamespaceSize.All.Reverse()]))),
        .. Lines(
            PlanSections.Spread,
            ("", Rule.Protects("policy")),
            ("workloads *", Rule.Protects("workload")),
            ("workloads * maxSkew", Rule.Smaller("number")),
            ("workloads * whenUnsatisfiable", Rule.Order("spread", UnsatisfiableSpread.All)),
            ("workloads * zoneWhenUnsatisfiable", Rule.Order("spread", UnsatisfiableSpread.All))),
        .. Lines(
            PlanSections.Projects,
            ("*", Rule.Protects("project")),
            ("* locked", Flag),
            ("* permitOnlyProjectScopedClusters", Flag),
            ("* sourceRepos [!*]", Rule.Protects("source")),
            ("* sourceRepos *", Rule.Allows("source")),
            ("* sourceNamespaces *", Rule.Allows("source")),
            ("* destinations [!*]", Rule.Protects("destination")),
            ("* destinations *", Rule.Allows("destination")),
            ("* clusterResourceWhitelist *", Rule.Allows("kind")),
            ("* clusterResourceBlacklist *", Rule.Protects("kind")),
            // Without the list every kind of a namespace is allowed.
            ("* namespaceResourceWhitelist", Rule.Protects("kinds")),
            ("* namespaceResourceWhitelist *", Rule.Allows("kind")),
            ("* namespaceResourceBlacklist *", Rule.Protects("kind")),
            ("* roles *", Rule.Allows("role")),
            ("* roles * policies [*deny]", Rule.Protects("right")),
            ("* roles * policies *", Rule.Allows("right")),
            ("* roles * groups *", Rule.Allows("subject"))),
        .. Lines(PlanSections.Secrets, ("", Rule.Protects("secrets")), ("scope", Scope), ("sealed *", Rule.Protects("secret")), ("sealed * scope", Scope), ("rotation *", Rule.Protects("rotation"))),
        .. Lines(PlanSections.Alerts, ("", Rule.Protects("alerts")), ("certManager", Rule.Protects("alerts"))),
        .. Lines(PlanSections.Cluster, ("memoryOvercommit", Rule.Smaller("number"))),
        ([PlanSections.Cluster, "**"], Rule.Unknown("fact")),
    ];

    /// <summary>The rule of a place; null where the table has none.</summary>
    public static Rule? Of(IReadOnlyList<Segment> place) => Table.FirstOrDefault(line => Fits(line.Place, place)).Rule;

    /// <summary>Which of two values is stricter.</summary>
    public static Verdict Judge(IReadOnlyList<Segment> place, string? a, string? b) => (Of(place) ?? Unjudged).Judge(a, b);

    private static IEnumerable<(string[] Place, Rule Rule)> Lines(params IEnumerable<(string Place, Rule Rule)> lines) => lines.Select(line => (line.Place.Split(' '), line.Rule));

    private static IEnumerable<(string[] Place, Rule Rule)> Lines(string section, params IEnumerable<(string Place, Rule Rule)> lines) =>
        lines.Select(line => ((string[])[section, .. line.Place.Split(' ', StringSplitOptions.RemoveEmptyEntries)], line.Rule));

    private static bool Fits(string[] line, IReadOnlyList<Segment> place)
    {
        if (line[0] is "**")
            return place.Count >= line.Length && Same(line.AsSpan(1), place, place.Count - line.Length + 1);
        if (line[^1] is "**")
            return place.Count >= line.Length && Same(line.AsSpan(0, line.Length - 1), place, 0);
        return place.Count == line.Length && Same(line, place, 0);
    }

    private static bool Same(ReadOnlySpan<string> line, IReadOnlyList<Segment> place, int start)
    {
        for (var index = 0; index < line.Length; index++)
        {
            var (name, isItem) = place[start + index];
            if (line[index] is not "*" && !(line[index][0] is '[' ? isItem && Glob.Covers(line[index][1..^1], name) : !isItem && line[index] == name))
                return false;
        }

        return true;
    }
}
