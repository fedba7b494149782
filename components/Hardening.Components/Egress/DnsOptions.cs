using Pulumi;

namespace Hardening.Components;

/// <summary>What the two DNS rules have in common.</summary>
internal sealed record DnsOptions(int Port, List<Input<string>>? Names, bool RestrictNames, List<string>? SearchDomains, string ClusterDomain)
{
    public const int DefaultPort = 53;
    public const string DefaultClusterDomain = "cluster.local";
    public const string DefaultNamespace = "kube-system";

    /// <summary>Whether only known names may be asked for.</summary>
    public bool Restricts => RestrictNames || Names is not null;

    public static IReadOnlyDictionary<string, string> DefaultPods { get; } = new Dictionary<string, string>(StringComparer.Ordinal) { ["k8s-app"] = "kube-dns" };

    public static DnsOptions Of(EgressDnsArgs dns) =>
        new(dns.Port ?? DefaultPort, dns.Names, dns.RestrictNames, dns.SearchDomains, Domain(dns.ClusterDomain));

    public static DnsOptions Of(EgressNodeLocalDnsArgs dns) =>
        new(dns.Port ?? DefaultPort, dns.Names, dns.RestrictNames, dns.SearchDomains, Domain(dns.ClusterDomain));

    /// <summary>The namespace of the resolver's pods.</summary>
    public static RenderedValue NamespaceOf(EgressDnsArgs dns, ComponentName owner, string place) => dns.Namespace is null
        ? RenderedValue.Of(DefaultNamespace)
        : RenderedValue.Of(dns.Namespace, owner, $"{place}.namespace", NameChecks.Label);

    /// <summary>The cluster's domain as the policy's DNS rules state it; the default where none does.</summary>
    public static string ClusterDomainOf(IEnumerable<EgressRuleArgs> rules) => rules
        .Select(rule => rule?.Dns?.ClusterDomain ?? rule?.NodeLocalDns?.ClusterDomain)
        .Where(domain => !string.IsNullOrEmpty(domain))
        .Select(Domain)
        .FirstOrDefault(DefaultClusterDomain);

    private static string Domain(string? domain) => string.IsNullOrEmpty(domain) ? DefaultClusterDomain : domain.TrimEnd('.').ToLowerInvariant();
}
