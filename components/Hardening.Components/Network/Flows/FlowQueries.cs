namespace Hardening.Components;

/// <summary>Which names a DNS rule lets pods ask for: its own, those of the policy's rules by name, the cluster's, and each below the search domains.</summary>
internal sealed class FlowQueries
{
    private readonly FlowNames? _names;
    private readonly List<string> _searched = [];
    private readonly string _cluster = string.Empty;

    public FlowQueries(DnsOptions dns, EgressPolicyArgs policy, NetworkFacts facts)
    {
        if (!dns.Restricts)
        {
            return;
        }

        var destinations = (policy.Rules ?? []).SelectMany(rule => (rule.Fqdns ?? []).Concat(rule.Fqdn is null ? [] : new[] { rule.Fqdn }));
        _names = new FlowNames((dns.Names ?? []).Concat(destinations), facts.Cilium);
        _cluster = "." + dns.ClusterDomain;
        _searched.AddRange((dns.SearchDomains ?? []).Select(domain => "." + domain.TrimEnd('.').ToLowerInvariant()));
    }

    public FlowMatch Match(string? query)
    {
        if (_names is null || query is null)
        {
            return FlowMatch.Yes;
        }

        var name = query.TrimEnd('.').ToLowerInvariant();
        var shorter = _searched.Where(domain => name.EndsWith(domain, StringComparison.Ordinal)).Select(domain => name[..^domain.Length]);
        var matches = shorter.Prepend(name).Select(MatchOne).ToList();
        return matches.Contains(FlowMatch.Yes) ? FlowMatch.Yes : matches.Contains(FlowMatch.NotKnown) ? FlowMatch.NotKnown : FlowMatch.NameRefused;
    }

    private FlowMatch MatchOne(string name) => name.EndsWith(_cluster, StringComparison.Ordinal) ? FlowMatch.Yes : _names!.Match(name);
}
