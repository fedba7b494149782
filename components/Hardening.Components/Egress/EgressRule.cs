using Pulumi;

namespace Hardening.Components;

/// <summary>Makes rules: one method for each kind of destination.</summary>
public static class EgressRule
{
    /// <summary>The cluster's DNS, every name.</summary>
    public static EgressRuleArgs Dns() => Dns(new EgressDnsArgs());

    /// <summary>The cluster's DNS.</summary>
    /// <param name="dns">The resolver and the names.</param>
    public static EgressRuleArgs Dns(EgressDnsArgs dns) => new() { Dns = dns };

    /// <summary>NodeLocal DNS on its link-local address, every name.</summary>
    public static EgressRuleArgs NodeLocalDns() => NodeLocalDns(new EgressNodeLocalDnsArgs());

    /// <summary>NodeLocal DNS on its link-local address.</summary>
    /// <param name="dns">The names.</param>
    public static EgressRuleArgs NodeLocalDns(EgressNodeLocalDnsArgs dns) => new() { NodeLocalDns = dns };

    /// <summary>Pods of the policy's own namespace.</summary>
    /// <param name="ports">Ports; every port when none is given.</param>
    public static EgressRuleArgs SameNamespace(params string[] ports) => new() { SameNamespace = true, Ports = List(ports) };

    /// <summary>Some pods of the policy's own namespace.</summary>
    /// <param name="pods">Their labels.</param>
    /// <param name="ports">Ports; every port when none is given.</param>
    public static EgressRuleArgs SameNamespacePods(Dictionary<string, string> pods, params string[] ports) =>
        new() { SameNamespace = true, Pods = pods, Ports = List(ports) };

    /// <summary>Pods of another namespace.</summary>
    /// <param name="name">The namespace.</param>
    /// <param name="ports">Ports; every port when none is given.</param>
    public static EgressRuleArgs Namespace(Input<string> name, params string[] ports) => new() { Namespace = name, Ports = List(ports) };

    /// <summary>Some pods of another namespace.</summary>
    /// <param name="name">The namespace.</param>
    /// <param name="pods">Their labels.</param>
    /// <param name="ports">Ports; every port when none is given.</param>
    public static EgressRuleArgs NamespacePods(Input<string> name, Dictionary<string, string> pods, params string[] ports) =>
        new() { Namespace = name, Pods = pods, Ports = List(ports) };

    /// <summary>Pods of every namespace.</summary>
    /// <param name="ports">Ports; every port when none is given.</param>
    public static EgressRuleArgs AnyNamespace(params string[] ports) => new() { AnyNamespace = true, Ports = List(ports) };

    /// <summary>Some pods of every namespace.</summary>
    /// <param name="pods">Their labels.</param>
    /// <param name="ports">Ports; every port when none is given.</param>
    public static EgressRuleArgs AnyNamespacePods(Dictionary<string, string> pods, params string[] ports) =>
        new() { AnyNamespace = true, Pods = pods, Ports = List(ports) };

    /// <summary>The Kubernetes API server.</summary>
    /// <param name="ports">Ports; 443 and 6443 over TCP when none is given.</param>
    public static EgressRuleArgs KubeApiServer(params string[] ports) => new() { KubeApiServer = true, Ports = List(ports) };

    /// <summary>The cluster's nodes.</summary>
    /// <param name="ports">Ports, at least one.</param>
    public static EgressRuleArgs Nodes(params string[] ports) => new() { Nodes = true, Ports = List(ports) };

    /// <summary>NFS servers, protocol version 4.</summary>
    /// <param name="addresses">Their addresses, at least one.</param>
    public static EgressRuleArgs Nfs(params string[] addresses) => Nfs(new EgressNfsArgs { Addresses = Inputs(addresses) });

    /// <summary>NFS servers.</summary>
    /// <param name="nfs">Addresses and version.</param>
    public static EgressRuleArgs Nfs(EgressNfsArgs nfs) => new() { Nfs = nfs };

    /// <summary>One DNS name or pattern.</summary>
    /// <param name="name">The name, for example <c>api.github.com</c>.</param>
    /// <param name="port">The port, over TCP, UDP and SCTP.</param>
    public static EgressRuleArgs Fqdn(Input<string> name, int port) => Fqdn(name, Port(port));

    /// <summary>One DNS name or pattern.</summary>
    /// <param name="name">The name, for example <c>*.github.com</c>.</param>
    /// <param name="ports">Ports; every port when none is given.</param>
    public static EgressRuleArgs Fqdn(Input<string> name, params string[] ports) => new() { Fqdn = name, Ports = List(ports) };

    /// <summary>Several DNS names or patterns.</summary>
    /// <param name="names">The names, at least one.</param>
    /// <param name="ports">Ports; every port when none is given.</param>
    public static EgressRuleArgs Fqdns(List<Input<string>> names, params string[] ports) => new() { Fqdns = names, Ports = List(ports) };

    /// <summary>One address block.</summary>
    /// <param name="block">The block, for example <c>192.168.1.0/24</c>.</param>
    /// <param name="port">The port, over TCP, UDP and SCTP.</param>
    public static EgressRuleArgs Cidr(Input<string> block, int port) => Cidr(block, Port(port));

    /// <summary>One address block.</summary>
    /// <param name="block">The block, for example <c>192.168.1.0/24</c>.</param>
    /// <param name="ports">Ports; every port when none is given.</param>
    public static EgressRuleArgs Cidr(Input<string> block, params string[] ports) => new() { Cidr = block, Ports = List(ports) };

    /// <summary>Several address blocks.</summary>
    /// <param name="blocks">The blocks, at least one.</param>
    /// <param name="ports">Ports; every port when none is given.</param>
    public static EgressRuleArgs Cidrs(List<Input<string>> blocks, params string[] ports) => new() { Cidrs = blocks, Ports = List(ports) };

    /// <summary>A CiliumCIDRGroup.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="ports">Ports; every port when none is given.</param>
    public static EgressRuleArgs CidrGroup(Input<string> name, params string[] ports) => new() { CidrGroup = name, Ports = List(ports) };

    /// <summary>ICMP echo requests to anywhere, over IPv4.</summary>
    public static EgressRuleArgs Icmp() => Icmp(new IcmpArgs());

    /// <summary>ICMP messages.</summary>
    /// <param name="icmp">Types, family and destinations.</param>
    public static EgressRuleArgs Icmp(IcmpArgs icmp) => new() { Icmp = icmp };

    /// <summary>Everything outside the cluster.</summary>
    /// <param name="reason">Why these pods need it.</param>
    /// <param name="ports">Ports; every port when none is given.</param>
    public static EgressRuleArgs World(string reason, params string[] ports) => new() { World = true, Reason = reason, Ports = List(ports) };

    /// <summary>Nothing: the only rule of a policy whose pods connect nowhere.</summary>
    public static EgressRuleArgs None() => new() { None = true };

    private static string Port(int port) => port.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static List<string>? List(string[] ports) => ports is { Length: > 0 } ? [.. ports] : null;

    private static List<Input<string>>? Inputs(string[]? values) => values?.Select(value => (Input<string>)value).ToList();
}
