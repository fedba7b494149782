using Pulumi;

namespace Hardening.Components;

/// <summary>Makes rules: one method for each kind of source. Without ports every port is meant.</summary>
public static class IngressRule
{
    /// <summary>Pods of the policy's own namespace.</summary>
    /// <param name="ports">Ports; every port when none is given.</param>
    public static IngressRuleArgs SameNamespace(params string[] ports) => Ports(new() { SameNamespace = true }, ports);

    /// <summary>Some pods of the policy's own namespace.</summary>
    /// <param name="pods">Their labels.</param>
    /// <param name="ports">Ports; every port when none is given.</param>
    public static IngressRuleArgs SameNamespacePods(Dictionary<string, string> pods, params string[] ports) =>
        Ports(new() { SameNamespace = true, Pods = pods }, ports);

    /// <summary>Pods of another namespace.</summary>
    /// <param name="name">The namespace.</param>
    /// <param name="ports">Ports; every port when none is given.</param>
    public static IngressRuleArgs Namespace(Input<string> name, params string[] ports) => Ports(new() { Namespace = name }, ports);

    /// <summary>Some pods of another namespace.</summary>
    /// <param name="name">The namespace.</param>
    /// <param name="pods">Their labels.</param>
    /// <param name="ports">Ports; every port when none is given.</param>
    public static IngressRuleArgs NamespacePods(Input<string> name, Dictionary<string, string> pods, params string[] ports) =>
        Ports(new() { Namespace = name, Pods = pods }, ports);

    /// <summary>Pods of every namespace.</summary>
    /// <param name="ports">Ports; every port when none is given.</param>
    public static IngressRuleArgs AnyNamespace(params string[] ports) => Ports(new() { AnyNamespace = true }, ports);

    /// <summary>Some pods of every namespace.</summary>
    /// <param name="pods">Their labels.</param>
    /// <param name="ports">Ports; every port when none is given.</param>
    public static IngressRuleArgs AnyNamespacePods(Dictionary<string, string> pods, params string[] ports) =>
        Ports(new() { AnyNamespace = true, Pods = pods }, ports);

    /// <summary>The Kubernetes API server, for webhooks and aggregated APIs.</summary>
    /// <param name="ports">Ports of the containers, at least one.</param>
    public static IngressRuleArgs KubeApiServer(params string[] ports) => new() { KubeApiServer = true, Ports = [.. ports] };

    /// <summary>The cluster's nodes.</summary>
    /// <param name="ports">Ports, at least one.</param>
    public static IngressRuleArgs Nodes(params string[] ports) => new() { Nodes = true, Ports = [.. ports] };

    /// <summary>One address block.</summary>
    /// <param name="block">The block, for example <c>192.168.1.0/24</c>.</param>
    /// <param name="ports">Ports; every port when none is given.</param>
    public static IngressRuleArgs Cidr(Input<string> block, params string[] ports) => Ports(new() { Cidr = block }, ports);

    /// <summary>Several address blocks.</summary>
    /// <param name="blocks">The blocks, at least one.</param>
    /// <param name="ports">Ports; every port when none is given.</param>
    public static IngressRuleArgs Cidrs(List<Input<string>> blocks, params string[] ports) => Ports(new() { Cidrs = blocks }, ports);

    /// <summary>A CiliumCIDRGroup.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="ports">Ports; every port when none is given.</param>
    public static IngressRuleArgs CidrGroup(Input<string> name, params string[] ports) => Ports(new() { CidrGroup = name }, ports);

    /// <summary>Identities of Cilium.</summary>
    /// <param name="entities">Their names, as in <see cref="IngressRuleArgs.Entities"/>.</param>
    /// <param name="reason">Why they are let in.</param>
    /// <param name="ports">Ports; every port when none is given.</param>
    public static IngressRuleArgs Entities(List<string> entities, string reason, params string[] ports) =>
        Ports(new() { Entities = entities, Reason = reason }, ports);

    /// <summary>ICMP echo requests from anywhere, over IPv4.</summary>
    public static IngressRuleArgs Icmp() => Icmp(new IcmpArgs());

    /// <summary>ICMP messages.</summary>
    /// <param name="icmp">Types, family and sources.</param>
    public static IngressRuleArgs Icmp(IcmpArgs icmp) => new() { Icmp = icmp };

    /// <summary>Everything outside the cluster.</summary>
    /// <param name="reason">Why it is let in.</param>
    /// <param name="ports">Ports; every port when none is given.</param>
    public static IngressRuleArgs World(string reason, params string[] ports) => Ports(new() { World = true, Reason = reason }, ports);

    /// <summary>Nobody: the only rule of a policy to whose pods nobody connects.</summary>
    public static IngressRuleArgs None() => new() { None = true };

    private static IngressRuleArgs Ports(IngressRuleArgs rule, string[]? ports)
    {
        rule.Ports = ports is { Length: > 0 } ? [.. ports] : null;
        rule.AllPorts = rule.Ports is null;
        return rule;
    }
}
