using Pulumi;
using Pulumi.KubernetesCrds.Cilium.V2;

namespace Hardening.Components;

/// <summary>Renders what may be asked of the resolver. These DNS rules are also what rules by name learn addresses from.</summary>
internal static class DnsManifest
{
    private const int LeastDepth = 7;
    private const int UnknownDepth = 9;

    public static CiliumNetworkPolicySpecEgressToPortsArgs ToPorts(DnsOptions dns, EgressManifestContext context, string place)
    {
        var port = PortChecks.Text(dns.Port);
        return new CiliumNetworkPolicySpecEgressToPortsArgs
        {
            Ports = ManifestList.Of([PortManifest.One(port, "UDP"), PortManifest.One(port, "TCP")]),
            Rules = new CiliumNetworkPolicySpecEgressToPortsRulesArgs
            {
                Dns = ManifestList.Of(Names(dns, context, place).Select(Match)),
            },
        };
    }

    /// <summary>One entry for a name or pattern. Which of the two a value is may be known only when it resolves.</summary>
    public static CiliumNetworkPolicySpecEgressToFQDNsArgs Match(RenderedValue name)
    {
        if (name.Text is { } text)
        {
            return FqdnChecks.IsPattern(text)
                ? new CiliumNetworkPolicySpecEgressToFQDNsArgs { MatchPattern = text }
                : new CiliumNetworkPolicySpecEgressToFQDNsArgs { MatchName = text };
        }

        return new CiliumNetworkPolicySpecEgressToFQDNsArgs
        {
            MatchName = name.Input.Apply(value => FqdnChecks.IsPattern(value) ? null! : value),
            MatchPattern = name.Input.Apply(value => FqdnChecks.IsPattern(value) ? value : null!),
        };
    }

    private static IEnumerable<RenderedValue> Names(DnsOptions dns, EgressManifestContext context, string place)
    {
        if (context.IsAudit || !dns.Restricts)
        {
            return [RenderedValue.Of("*")];
        }

        string? Check(string value, LeafReport report) => FqdnChecks.Name(value, report, context.Facts);
        var own = (dns.Names ?? []).Select((name, index) => RenderedValue.Of(name, context.Owner, EntryLists.Item($"{place}.names", index), Check));
        List<RenderedValue> names = [.. own, .. context.DestinationNames()];
        var domains = (dns.SearchDomains ?? []).Select(domain => domain.TrimEnd('.').ToLowerInvariant()).ToList();
        var cluster = ClusterNames(dns.ClusterDomain, names, context.Facts.HasDeepPatterns).ToList();
        var searched = domains.SelectMany(domain =>
            names.Select(name => name.Map(text => $"{text}.{domain}")).Concat(cluster.Select(name => RenderedValue.Of($"{name}.{domain}"))));
        return names.Concat(cluster.Select(RenderedValue.Of)).Concat(searched).DistinctBy(name => (object?)name.Text ?? name.Input);
    }

    /// <summary>
    /// Every name of the cluster's domain: its Services, and the searches for outside names below it, which the resolver answers itself.
    /// Before Cilium 1.19 one pattern for each depth.
    /// </summary>
    private static IEnumerable<string> ClusterNames(string domain, List<RenderedValue> names, bool deepPatterns)
    {
        if (deepPatterns)
        {
            return [$"**.{domain}"];
        }

        const int namespaceAndSvc = 2;
        var deepest = names.Select(name => name.Text is { } text ? text.Split('.').Length + namespaceAndSvc : UnknownDepth).DefaultIfEmpty(0).Max();
        var depth = Math.Max(LeastDepth, deepest);
        return Enumerable.Range(1, depth).Select(levels => string.Concat(Enumerable.Repeat("*.", levels)) + domain);
    }
}
