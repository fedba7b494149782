using FsCheck;
using FsCheck.Fluent;
using Pulumi;

namespace Hardening.Components.Tests.Egress;

/// <summary>Policies drawn at random, of every kind of rule, all of them valid.</summary>
internal static class PolicyArgs
{
    public static Gen<EgressPolicyArgs> Policies() =>
        from rules in Rules().NonEmptyListOf()
        from denies in Denies().ListOf()
        from mode in Gen.Elements(Rollout.Audit, Rollout.Enforce)
        from version in Gen.Elements("1.18.13", "1.19.4", "1.20.1")
        from labelled in Gen.Elements(true, false)
        select new EgressPolicyArgs
        {
            Namespace = "shop",
            Mode = mode,
            Rules = [.. rules],
            Deny = denies.Count == 0 ? null : [.. denies],
            PodSelector = labelled ? new() { ["app.kubernetes.io/name"] = "web" } : null,
            Cluster = Plans.Cluster(version),
        };

    public static Gen<EgressRuleArgs> Rules()
    {
        var labels = Gen.Elements<Dictionary<string, string>?>(null, new() { ["app"] = "db" }, new() { ["k8s:tier"] = "" });
        return Gen.OneOf(
            Gen.Elements(true, false).Select(restrict => EgressRule.Dns(new EgressDnsArgs { RestrictNames = restrict, SearchDomains = ["lan"] })),
            Gen.Constant(EgressRule.NodeLocalDns()),
            from pods in labels from ports in Ports(named: true) select new EgressRuleArgs { SameNamespace = true, Pods = pods, Ports = ports },
            from pods in labels from ports in Ports(named: true) select new EgressRuleArgs { Namespace = "data", Pods = pods, Ports = ports },
            from pods in labels from ports in Ports(named: true) select new EgressRuleArgs { AnyNamespace = true, Pods = pods, Ports = ports },
            Ports(named: false).Select(ports => new EgressRuleArgs { KubeApiServer = true, Ports = ports }),
            Ports(named: false).Select(ports => new EgressRuleArgs { Nodes = true, Ports = ports ?? ["9100"] }),
            from version in Gen.Elements(null, NfsVersion.V3, NfsVersion.V4) from servers in Blocks() select EgressRule.Nfs(new EgressNfsArgs { Addresses = servers, Version = version }),
            from names in Names() from ports in Ports(named: false) select new EgressRuleArgs { Fqdns = names, Ports = ports },
            from blocks in Blocks() from ports in Ports(named: false) select new EgressRuleArgs { Cidrs = blocks, Ports = ports },
            from ports in Ports(named: false) select new EgressRuleArgs { Cidr = "172.16.0.0/12", Except = ["172.16.5.0/24", "172.31.0.1"], Ports = ports },
            Ports(named: false).Select(ports => new EgressRuleArgs { CidrGroup = "hooks", Ports = ports }),
            Gen.Choose(1, 40).Select(count => EgressRule.Icmp(new IcmpArgs { Types = [.. Enumerable.Range(1, count).Select(type => $"{type}")] })),
            Ports(named: false).Select(ports => new EgressRuleArgs { World = true, Reason = "a reason", Ports = ports }));
    }

    private static Gen<EgressDenyArgs> Denies() => Gen.OneOf(
        Ports(named: false).Select(ports => new EgressDenyArgs { Nodes = true, Ports = ports }),
        Ports(named: true).Select(ports => new EgressDenyArgs { Namespace = "vault", Pods = new() { ["app"] = "vault" }, Ports = ports }),
        Blocks().Select(blocks => new EgressDenyArgs { Cidrs = blocks }),
        Gen.Constant(new EgressDenyArgs { CidrGroup = "bad-neighbours" }));

    private static Gen<List<Input<string>>> Blocks() =>
        from seeds in Gen.Choose(0, 255).NonEmptyListOf()
        select seeds.Distinct().Select(seed => (Input<string>)(seed % 2 == 0 ? $"203.0.{seed}.0/24" : $"2001:db8:{seed:x}::/48")).ToList();

    private static Gen<List<Input<string>>> Names() =>
        from seeds in Gen.Choose(0, 500).NonEmptyListOf()
        select seeds.Distinct().Select(seed => (Input<string>)(seed % 3 == 0 ? $"*.n{seed}.example.com" : $"n{seed}.example.com")).ToList();

    private static Gen<List<string>?> Ports(bool named) =>
        from count in Gen.Choose(0, 40)
        from protocol in Gen.Elements("", "/TCP", "/UDP", "/SCTP", "/ANY")
        from range in Gen.Elements(true, false)
        select count == 0
            ? null
            : Enumerable.Range(1, count).Select(port => (named && port == 1 ? "metrics" : range ? $"{port * 100}-{(port * 100) + 50}" : $"{port * 100}") + protocol).ToList();
}
