using System.Net;
using Hardening.Primitives;

namespace Hardening.Components;

/// <summary>Checks a DNS name or pattern as Cilium reads it. The canonical form is lower case, without the trailing dot.</summary>
internal static class FqdnChecks
{
    public static bool IsPattern(string text) => text.Contains('*', StringComparison.Ordinal);

    /// <summary>For a destination: what the pods may connect to.</summary>
    public static string? Destination(string value, LeafReport report, NetworkFacts facts, string clusterDomain)
    {
        var canonical = Name(value, report, facts);
        if (canonical is null)
        {
            return null;
        }

        if (IsPattern(canonical) && canonical.All(c => c is '*' or '.'))
        {
            report.Refuse(value, "matches every name of that depth, which is no restriction", "name a domain, or use world with a reason");
            return null;
        }

        if (canonical == clusterDomain || canonical.EndsWith('.' + clusterDomain, StringComparison.Ordinal))
        {
            report.Warn(
                "a rule by name never matches addresses inside the cluster, so a Service's name allows nothing; use namespace and pods, "
                + "unless the Service is an ExternalName");
        }

        if (!canonical.Contains('.', StringComparison.Ordinal) && !IsPattern(canonical))
        {
            report.Warn("is a single label: pods ask for it below their search domains, which this name does not match; write the full name");
        }

        Broad(canonical, report);
        return canonical;
    }

    /// <summary>For a DNS question: what the pods may ask for.</summary>
    public static string? Name(string value, LeafReport report, NetworkFacts facts)
    {
        var text = value.EndsWith('.') && value.Length > 1 ? value[..^1] : value;
        if (value.Contains("://", StringComparison.Ordinal) || value.Contains('/', StringComparison.Ordinal))
        {
            report.Refuse(value, "is an address of a page, not a DNS name", "write the host alone and its port in ports");
            return null;
        }

        if (IPAddress.TryParse(text, out _))
        {
            report.Refuse(value, "is an address, not a DNS name", "use cidr");
            return null;
        }

        if (text.Contains(':', StringComparison.Ordinal))
        {
            report.Refuse(value, "holds a port, which a DNS name cannot", "write the host alone and its port in ports");
            return null;
        }

        if (!DnsPattern.TryParse(value, out var pattern, out var error))
        {
            report.Refuse(
                value,
                report.IsSecret ? "is no DNS name or pattern" : $"is no DNS name or pattern: {error}",
                "write api.example.com, *.example.com or **.example.com");
            return null;
        }

        if (pattern.IsDeep && !facts.HasDeepPatterns)
        {
            report.Refuse(
                value,
                facts.CiliumText is null
                    ? "the leading **. needs Cilium 1.19, and cluster.ciliumVersion is not stated; older agents read it as *., one level only"
                    : $"the leading **. needs Cilium 1.19 and the cluster has {facts.CiliumText}, which reads it as *., one level only",
                "write one pattern for each depth: *.example.com, *.*.example.com");
            return null;
        }

        return pattern.Text;
    }

    private static void Broad(string pattern, LeafReport report)
    {
        var labels = pattern.Split('.');
        if (IsPattern(pattern) && labels.Length > 1 && !IsPattern(labels[^1]) && labels[..^1].All(label => label.All(c => c == '*')))
        {
            report.Warn("matches every domain below a top-level domain; name the domain");
        }
        else if (labels[0].Length > 1 && labels[0][0] == '*' && labels[0].Any(c => c != '*'))
        {
            report.Warn(
                "a * directly before letters also matches names that somebody else can register (evil-example.com for *example.com), and no "
                + "subdomain; write the name and *. with the name as two entries");
        }
    }
}
