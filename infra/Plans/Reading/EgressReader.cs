using Hardening.Components;

namespace Hardening.Infra.Plans.Reading;

/// <summary>Reads egress rules and carve-outs, which are written exactly as the component's arguments.</summary>
internal static class EgressReader
{
    public static List<EgressRuleArgs>? ReadRules(PlanObject owner, List<PlanReference> references) =>
        owner.ObjectsOrNull("egress")?.ConvertAll(rule => ReadRule(rule, references));

    public static List<EgressDenyArgs>? ReadDenies(PlanObject owner, List<PlanReference> references) =>
        owner.ObjectsOrNull("egressDeny")?.ConvertAll(deny => ReadDeny(deny, references));

    private static EgressRuleArgs ReadRule(PlanObject rule, List<PlanReference> references)
    {
        var args = new EgressRuleArgs
        {
            Dns = ReadDns(rule.Object("dns")),
            NodeLocalDns = ReadNodeLocalDns(rule.Object("nodeLocalDns")),
            SameNamespace = rule.Bool("sameNamespace") ?? false,
            AnyNamespace = rule.Bool("anyNamespace") ?? false,
            Pods = rule.TextMap("pods"),
            KubeApiServer = rule.Bool("kubeApiServer") ?? false,
            Nodes = rule.Bool("nodes") ?? false,
            Nfs = ReadNfs(rule.Object("nfs")),
            Fqdn = rule.Leaf("fqdn"),
            Fqdns = rule.Leaves("fqdns"),
            Cidr = rule.Leaf("cidr"),
            Cidrs = rule.Leaves("cidrs"),
            Except = rule.Leaves("except"),
            Icmp = ReadIcmp(rule.Object("icmp")),
            World = rule.Bool("world") ?? false,
            None = rule.Bool("none") ?? false,
            Ports = ReadPorts(rule),
            Reason = rule.Text("reason"),
        };
        if (Refer(rule, "namespace", ReferenceKind.Namespace, references) is { } space)
            args.Namespace = space;
        if (Refer(rule, "cidrGroup", ReferenceKind.CidrGroup, references) is { } group)
            args.CidrGroup = group;
        rule.Done<EgressRuleArgs>();
        return args;
    }

    private static EgressDenyArgs ReadDeny(PlanObject deny, List<PlanReference> references)
    {
        var args = new EgressDenyArgs
        {
            Cidr = deny.Leaf("cidr"),
            Cidrs = deny.Leaves("cidrs"),
            Except = deny.Leaves("except"),
            Pods = deny.TextMap("pods"),
            Nodes = deny.Bool("nodes") ?? false,
            Ports = ReadPorts(deny),
            Reason = deny.Text("reason"),
        };
        if (Refer(deny, "namespace", ReferenceKind.Namespace, references) is { } space)
            args.Namespace = space;
        if (Refer(deny, "cidrGroup", ReferenceKind.CidrGroup, references) is { } group)
            args.CidrGroup = group;
        deny.Done<EgressDenyArgs>();
        return args;
    }

    /// <summary>A name that has to stand elsewhere in the plan.</summary>
    public static string? Refer(PlanObject owner, string key, ReferenceKind kind, List<PlanReference> references)
    {
        var name = owner.Text(key);
        if (name is not null)
            references.Add(new PlanReference(kind, name, owner.PathOf(key)));
        return name;
    }

    private static List<string>? ReadPorts(PlanObject owner) => owner.TextsOrIntegers("ports");

    private static EgressDnsArgs? ReadDns(PlanObject? dns)
    {
        if (dns is null)
            return null;
        var args = new EgressDnsArgs
        {
            Namespace = dns.Leaf("namespace"),
            Pods = dns.TextMap("pods"),
            Port = dns.Integer("port", 1, 65535),
            Names = dns.Leaves("names"),
            RestrictNames = dns.Bool("restrictNames") ?? false,
            SearchDomains = dns.TextsOrNull("searchDomains"),
            ClusterDomain = dns.Text("clusterDomain"),
        };
        dns.Done<EgressDnsArgs>();
        return args;
    }

    private static EgressNodeLocalDnsArgs? ReadNodeLocalDns(PlanObject? dns)
    {
        if (dns is null)
            return null;
        var args = new EgressNodeLocalDnsArgs
        {
            Port = dns.Integer("port", 1, 65535),
            Names = dns.Leaves("names"),
            RestrictNames = dns.Bool("restrictNames") ?? false,
            SearchDomains = dns.TextsOrNull("searchDomains"),
            ClusterDomain = dns.Text("clusterDomain"),
        };
        dns.Done<EgressNodeLocalDnsArgs>();
        return args;
    }

    private static EgressNfsArgs? ReadNfs(PlanObject? nfs)
    {
        if (nfs is null)
            return null;
        var args = new EgressNfsArgs { Addresses = nfs.Leaves("addresses"), Version = nfs.Text("version", NfsVersion.All), MountdPort = nfs.Integer("mountdPort", 1, 65535) };
        nfs.Done<EgressNfsArgs>();
        return args;
    }

    public static IcmpArgs? ReadIcmp(PlanObject? icmp)
    {
        if (icmp is null)
            return null;
        var args = new IcmpArgs { Types = icmp.TextsOrIntegers("types"), Family = icmp.Text("family", IcmpFamily.All), Cidrs = icmp.Leaves("cidrs") };
        icmp.Done<IcmpArgs>();
        return args;
    }
}
