using System.Globalization;
using Hardening.Primitives;

namespace Hardening.Components;

/// <summary>Checks the two rules that let pods ask for names.</summary>
internal static class DnsChecks
{
    public static void Check(EgressDnsArgs dns, ProblemList problems, EgressScope scope)
    {
        scope.HasDns = true;
        if (dns.Namespace is not null)
        {
            InputLeaf.Of(dns.Namespace).Check(problems, "namespace", NameChecks.Label);
        }

        LabelChecks.Check(dns.Pods, problems, "pods");
        CheckOptions(DnsOptions.Of(dns), dns.ClusterDomain, problems, scope);
    }

    public static void Check(EgressNodeLocalDnsArgs dns, ProblemList problems, EgressScope scope)
    {
        scope.HasDns = true;
        scope.HasNodeLocalDns = true;
        if (scope.Facts.SeesLinkLocalAsWorld)
        {
            problems.Warn(
                string.Empty,
                "before Cilium 1.17 the link-local address can count as world, so names may not resolve in Enforce; update Cilium or test it first");
        }

        CheckOptions(DnsOptions.Of(dns), dns.ClusterDomain, problems, scope);
    }

    private static void CheckOptions(DnsOptions dns, string? clusterDomain, ProblemList problems, EgressScope scope)
    {
        if (dns.Port is < 1 or > 65535)
        {
            problems.Add("port", dns.Port.ToString(CultureInfo.InvariantCulture), "is no port", "write a number from 1 to 65535");
        }

        if (clusterDomain is not null && KubernetesName.CheckSubdomain(dns.ClusterDomain) is { } message)
        {
            problems.Add(
                "clusterDomain",
                clusterDomain,
                $"is no domain: {message}",
                "write the domain that the cluster was made with, such as cluster.local");
        }

        EntryLists.Check(dns.Names, problems, "names", (value, report) => FqdnChecks.Name(value, report, scope.Facts));
        var domains = dns.SearchDomains ?? [];
        for (var index = 0; index < domains.Count; index++)
        {
            var domain = domains[index];
            if (string.IsNullOrEmpty(domain) || KubernetesName.CheckSubdomain(domain.TrimEnd('.').ToLowerInvariant()) is not null)
            {
                problems.Add(
                    EntryLists.Item("searchDomains", index),
                    domain,
                    "is no domain",
                    "write it as in the node's resolv.conf, such as lan or home.arpa");
            }
        }

        if (dns.Restricts && dns.SearchDomains is null)
        {
            problems.Warn(
                "searchDomains",
                "is not stated while names are restricted: a name searched below a domain of the node's resolv.conf is answered REFUSED, and musl (Alpine) then gives up; "
                + "list the nodes' search domains, or [] where there are none");
        }
    }
}
