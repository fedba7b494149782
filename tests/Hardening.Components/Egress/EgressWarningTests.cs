namespace Hardening.Components.Tests.Egress;

/// <summary>What Cilium accepts in silence and a user hardly means, with the text that a user reads.</summary>
public sealed class EgressWarningTests
{
    private const string Nfs =
        "egress[0].nfs: concerns only pods that are NFS clients themselves: mounts by kubelet or a CSI node plugin leave from the node and neither need nor notice this rule; a reason says which pods are";

    public static TheoryData<EgressPolicyArgs, string> Policies => new()
    {
        { Plans.Enforce(EgressRule.Nfs("192.168.1.158")), Nfs },
        {
            Plans.Enforce(EgressRule.Fqdn("api.github.com", 443)),
            "egress[0]: allows nothing unless another policy of the same pods has a DNS rule: Cilium learns a name's addresses from the answers that pass one; add dns or nodeLocalDns"
        },
        {
            Plans.Enforce(EgressRule.Dns(), EgressRule.Fqdn("db.data.svc.cluster.local", 5432)),
            "egress[1].fqdn: a rule by name never matches addresses inside the cluster, so a Service's name allows nothing; use namespace and pods, unless the Service is an ExternalName"
        },
        {
            Plans.Enforce(EgressRule.Dns(), EgressRule.Fqdn("nas", 445)),
            "egress[1].fqdn: is a single label: pods ask for it below their search domains, which this name does not match; write the full name"
        },
        { Plans.Enforce(EgressRule.Dns(), EgressRule.Fqdn("*.com")), "egress[1].fqdn: matches every domain below a top-level domain; name the domain" },
        {
            Plans.Enforce(EgressRule.Dns(), EgressRule.Fqdn("*github.com")),
            "egress[1].fqdn: a * directly before letters also matches names that somebody else can register (evil-example.com for *example.com), and no subdomain; write the name and *. with the name as two entries"
        },
        {
            Plans.Enforce(EgressRule.SameNamespace("8080", "443")),
            "egress[0].ports[1]: 443 is usually a Service's port: a policy is judged after service translation, so state the port that the container listens on (targetPort) or its name"
        },
        {
            Plans.Enforce(EgressRule.KubeApiServer("443/TCP")),
            "egress[0].ports: leaves out 6443, where most API servers listen: a policy is judged after service translation, so 443 alone is enough only where the API server listens there"
        },
        {
            Plans.Enforce(EgressRule.Icmp()),
            "egress[0].icmp.cidrs: is absent, so the messages may go anywhere, the world included, and ICMP can carry data out; list the blocks"
        },
        {
            Plans.Enforce(EgressRule.Dns(new EgressDnsArgs { RestrictNames = true })),
            "egress[0].dns.searchDomains: is not stated while names are restricted: a name searched below a domain of the node's resolv.conf is answered REFUSED, and musl (Alpine) then gives up; list the nodes' search domains, or [] where there are none"
        },
        {
            Plans.Enforce(new EgressRuleArgs { Cidr = "0.0.0.0/0", Except = ["10.0.0.0/8"], Reason = "the internet, not the LAN" }),
            "egress[0].cidr: is the IPv4 world only: IPv6 stays denied; add ::/0 if these pods need it"
        },
        {
            Plans.Enforce(new EgressRuleArgs { Cidr = "10.0.0.0/8", Except = ["10.1.0.0/16"] }, EgressRule.Cidr("10.1.0.0/16")),
            "egress[0].except: egress[1] allows 10.1.0.0/16 again: except leaves a block out of its own rule only; use egressDeny for what must stay closed"
        },
        { Facts(EgressRule.Cidr("10.42.3.0/24"), facts => facts.PodCidrs = ["10.42.0.0/16"]), "egress[0].cidr: lies in cluster.podCidrs: CIDR rules do not match pods, so this has no effect; use namespace or sameNamespace with pods" },
        { Facts(EgressRule.Cidr("10.43.0.10"), facts => facts.ServiceCidrs = ["10.43.0.0/16"]), "egress[0].cidr: lies in cluster.serviceCidrs: a policy is judged after service translation and never sees a Service's address; use namespace with pods" },
        { Facts(EgressRule.Cidr("192.168.1.11"), facts => facts.NodeCidrs = ["192.168.1.0/28"]), "egress[0].cidr: lies in cluster.nodeCidrs: CIDR rules do not match nodes unless policy-cidr-match-mode has nodes; if this is a node's address use nodes" },
        { Facts(EgressRule.Dns(), facts => facts.NodeLocalDns = true), "egress: cluster.nodeLocalDns is true and no rule lets the pods ask it: names will not resolve in Enforce; add nodeLocalDns" },
        { Facts(EgressRule.NodeLocalDns(), facts => facts.CiliumVersion = "1.16.4"), "egress[0].nodeLocalDns: before Cilium 1.17 the link-local address can count as world, so names may not resolve in Enforce; update Cilium or test it first" },
        { Shadowed(), "egress[0]: allows nothing: egressDeny[0] denies every address of it, and a deny beats an allow" },
        { Plans.Deny(new EgressDenyArgs { Cidr = "0.0.0.0/0" }), "egressDeny[0]: denies the whole IPv4 world: no policy can allow these pods a name or a block outside the cluster any more" },
        { KubeSystem(), "podSelector: is absent in kube-system: CoreDNS itself is governed too and needs its upstream resolvers and the API server" },
        { AuditWithCarveOut(), "egressDeny: is not applied in Audit, since a deny always drops; it takes effect with Enforce" },
        { AuditOn(null), "cluster.ciliumVersion: is not stated, so the policy's name is not put into flows (log.value needs Cilium 1.18)" },
        { AuditOn("1.17.2"), "cluster.ciliumVersion: is 1.17.2, so the policy's name is not put into flows (log.value needs Cilium 1.18)" },
    };

    [Theory]
    [MemberData(nameof(Policies))]
    public void A_silent_trap_is_said(EgressPolicyArgs args, string warning)
    {
        Assert.Empty(Plans.Problems(args));
        Assert.Equal(warning, string.Join('\n', Plans.Warnings(args)));
    }

    [Fact]
    public void An_ordinary_policy_has_nothing_to_warn_of()
    {
        var args = Plans.Enforce(
            EgressRule.Dns(),
            EgressRule.SameNamespace("8080/TCP"),
            EgressRule.KubeApiServer(),
            EgressRule.Fqdns(["ghcr.io", "**.githubusercontent.com"], "443"),
            EgressRule.Cidr("192.168.1.158", "8123/TCP"));

        Assert.Empty(Plans.Problems(args));
        Assert.Empty(Plans.Warnings(args));
    }

    [Fact]
    public void An_nfs_rule_with_a_reason_has_thought_of_who_mounts()
    {
        var rule = EgressRule.Nfs("192.168.1.158");
        rule.Reason = "the backup job has an NFS client of its own";

        Assert.Empty(Plans.Warnings(Plans.Enforce(rule)));
    }

    [Fact]
    public void Pods_and_nodes_are_no_trap_where_cidr_rules_match_them()
    {
        var args = Facts(new EgressRuleArgs { Cidrs = ["10.42.3.0/24", "192.168.1.11"] }, facts =>
        {
            facts.PodCidrs = ["10.42.0.0/16"];
            facts.NodeCidrs = ["192.168.1.0/28"];
            facts.PolicyCidrMatchMode = ["nodes", "pods"];
        });

        Assert.Empty(Plans.Warnings(args));
    }

    private static EgressPolicyArgs Facts(EgressRuleArgs rule, Action<ClusterFactsArgs> facts)
    {
        var args = Plans.Enforce(rule);
        facts(args.Cluster!);
        return args;
    }

    private static EgressPolicyArgs Shadowed()
    {
        var args = Plans.Enforce(EgressRule.Cidr("10.1.2.0/24", 443));
        args.Deny = [new EgressDenyArgs { Cidr = "10.0.0.0/8" }];
        return args;
    }

    private static EgressPolicyArgs KubeSystem()
    {
        var args = Plans.Enforce(EgressRule.KubeApiServer());
        args.Namespace = "kube-system";
        return args;
    }

    private static EgressPolicyArgs AuditWithCarveOut()
    {
        var args = Plans.Audit(EgressRule.Dns());
        args.Deny = [new EgressDenyArgs { Cidr = "169.254.169.254" }];
        return args;
    }

    private static EgressPolicyArgs AuditOn(string? version)
    {
        var args = Plans.Audit(EgressRule.Dns());
        args.Cluster = version is null ? null : Plans.Cluster(version);
        return args;
    }
}
