namespace Hardening.Components.Tests.Egress;

/// <summary>Every refusal that concerns a policy as a whole, with the text that a user reads.</summary>
public sealed class EgressPolicyRefusalTests
{
    private static readonly EgressDenyArgs Metadata = new() { Cidr = "169.254.169.254" };

    public static TheoryData<EgressPolicyArgs, string> Policies => new()
    {
        { Change(args => args.Namespace = null), "namespace: is missing; name the namespace whose pods are governed" },
        { Change(args => args.Namespace = "Shop"), "namespace: is no namespace name: a name has only a-z, 0-9 and hyphens, and starts and ends with a letter or digit (got \"Shop\"); write the name as Kubernetes knows it" },
        { Change(args => args.PolicyName = "My Policy"), "policyName: is no object name: a name has only a-z, 0-9, hyphens and dots, and each part between dots starts and ends with a letter or digit (got \"My Policy\"); write lower-case letters, digits and dashes" },
        { Change(args => args.PolicyName = new string('a', 249)), $"policyName: leaves no room for -deny, the suffix of the policy of carve-outs (got \"{new string('a', 120)}…\"); use at most 248 characters" },
        { Change(args => args.PodSelector = []), "podSelector: is empty, which would select every pod; leave it out to mean every pod, or give labels" },
        { Change(args => args.Mode = null), "mode: a value is missing here; write one of Audit, Enforce" },
        { Change(args => args.Mode = "Off"), "mode: is for NetworkPolicies, which cannot watch (got \"Off\"); write Audit, which drops nothing, or exempt the namespace" },
        { Change(args => args.Mode = "enforce"), "mode: is not a value that this argument knows (got \"enforce\"); did you mean Enforce? It is one of Audit, Enforce" },
        { Change(args => args.Rules = []), "egress: is empty, which Cilium refuses; list the destinations, or none: true where these pods connect nowhere" },
        { Change(args => args.Rules = null), "egress: the policy says nothing; list the destinations, or none: true where these pods connect nowhere" },
        { Change(args => args.Rules = [null!]), "egress[0]: is missing; write a rule or take the entry out" },
        { Change(args => args.Deny = []), "egressDeny: is empty; an absent list means any, so an emptied one would open everything; give at least one entry or leave the member out" },
        { Change(args => args.Deny = [null!]), "egressDeny[0]: is missing; write a carve-out or take the entry out" },
        { Change(args => args.Rules!.Add(EgressRule.None())), "egress[1].none: says that the pods connect nowhere, beside rules that say where (got \"true\"); keep one of the two" },
        { Change(args => args.Cluster!.CiliumVersion = "1.15.3"), "cluster.ciliumVersion: is too old: enableDefaultDeny, which these policies state, needs Cilium 1.16 (got \"1.15.3\"); update Cilium" },
        { Change(args => args.Cluster!.CiliumVersion = "latest"), "cluster.ciliumVersion: is no version (got \"latest\"); write it as 1.19.4" },
        {
            Change(args => (args.Mode, args.Cluster!.NonDefaultDenyPolicies) = (Rollout.Audit, false)),
            "mode: would cut traffic: cluster.nonDefaultDenyPolicies says that enable-non-default-deny-policies is off, so the agents ignore enableDefaultDeny and deny by default (got \"Audit\"); turn the flag on in the agents' configuration, or enforce"
        },
        {
            Change(args => (args.Rules, args.Deny, args.Cluster!.NonDefaultDenyPolicies) = (null, [Metadata], false)),
            "egressDeny: carve-outs alone would deny everything: cluster.nonDefaultDenyPolicies says that enable-non-default-deny-policies is off, so the agents ignore enableDefaultDeny; turn the flag on in the agents' configuration, or add the rules that these pods need"
        },

        { Denying(new()), "egressDeny[0]: names no destination, which Cilium would read as any; set exactly one of cidr, cidrs, cidrGroup, namespace or nodes" },
        { Denying(new() { Nodes = true, CidrGroup = "a" }), "egressDeny[0]: names several destinations: cidrGroup and nodes; Cilium refuses two kinds of peer in one rule; write one rule for each" },
        { Denying(new() { Nodes = true, Except = ["10.0.0.0/8"] }), "egressDeny[0].except: does not go with nodes; except narrows cidr or cidrs" },
        { Denying(new() { Nodes = true, Pods = new() { ["a"] = "b" } }), "egressDeny[0].pods: does not go with nodes; pods narrows namespace" },
        { Denying(new() { Nodes = true, Ports = ["https"] }), "egressDeny[0].ports[0]: is a name, and only pods have named ports (got \"https\"); write the number" },
        { Denying(new() { Nodes = true, Reason = "" }), "egressDeny[0].reason: says nothing (got \"\"); say why the destination is denied, or leave it out" },
        { Denying(new() { Cidr = "10.0.0.0/8", Except = ["11.0.0.0/8"] }), "egressDeny[0].except[0]: lies in none of the rule's blocks (got \"11.0.0.0/8\"); leave it out: what no rule allows needs no exception" },
        { Denying(new() { Cidr = "0.0.0.0/0" }), World("egressDeny[0]", "IPv4") },
        { Denying(new() { Cidrs = ["0.0.0.0/0", "::/0"] }), World("egressDeny[0]", "IPv4 and IPv6") },
        { Denying(new() { Cidr = "0.0.0.0/0", Except = ["10.0.0.0/8"] }), World("egressDeny[0]", "IPv4") },
        { Denying(new() { Cidr = "::/1" }, new EgressDenyArgs { Cidr = "8000::/1" }), World("egressDeny", "IPv6") },
    };

    [Theory]
    [MemberData(nameof(Policies))]
    public void A_policy_is_refused_with_its_path_value_and_fix(EgressPolicyArgs args, string problem)
    {
        Assert.Equal(problem, string.Join('\n', Plans.Problems(args)));
    }

    [Fact]
    public void Enforcing_needs_no_switch_for_default_deny()
    {
        var args = Change(args => args.Cluster!.NonDefaultDenyPolicies = false);

        Assert.Empty(Plans.Problems(args));
    }

    private static string World(string place, string world) =>
        $"{place}: denies the whole {world} world beside rules that allow: in Cilium a deny beats every allow, however narrow and in whatever order, so the names and blocks that the rules allow "
        + "would be dropped silently; leave the world out of the carve-outs: what no rule allows is denied already";

    private static EgressPolicyArgs Change(Action<EgressPolicyArgs> change)
    {
        var args = Plans.Enforce(EgressRule.Dns());
        change(args);
        return args;
    }

    private static EgressPolicyArgs Denying(EgressDenyArgs first, params EgressDenyArgs[] others) => Change(args => args.Deny = [first, .. others]);
}
