using Hardening.Primitives;
using Pulumi.Kubernetes.Types.Inputs.Networking.V1;

namespace Hardening.Components;

/// <summary>Renders one rule as one entry of a NetworkPolicy's <c>spec.egress</c>: at least one peer always, since none would mean any.</summary>
internal static class EgressKubernetesRule
{
    public static NetworkPolicyEgressRuleArgs Of(EgressRuleArgs rule, string place, EgressManifestContext context)
    {
        var egress = new NetworkPolicyEgressRuleArgs { To = ManifestList.Of(Peers(rule, place, context)) };
        if (Ports(rule) is { } ports)
        {
            egress.Ports = KubernetesPorts.List(ports);
        }

        return egress;
    }

    private static IEnumerable<NetworkPolicyPeerArgs> Peers(EgressRuleArgs rule, string place, EgressManifestContext context)
    {
        switch (EgressKinds.Set(rule)[0].Kind)
        {
            case EgressKind.Dns:
                return [KubernetesPeers.Namespace(DnsOptions.NamespaceOf(rule.Dns!, context.Owner, $"{place}.dns"), rule.Dns!.Pods ?? DnsOptions.DefaultPods)];
            case EgressKind.SameNamespace:
                return [KubernetesPeers.OwnNamespace(rule.Pods)];
            case EgressKind.Namespace:
                return [KubernetesPeers.Namespace(RenderedValue.Of(rule.Namespace!, context.Owner, $"{place}.namespace", NameChecks.Label), rule.Pods)];
            case EgressKind.AnyNamespace:
                return [KubernetesPeers.AnyNamespace(rule.Pods)];
            case EgressKind.KubeApiServer:
                return KubernetesPeers.Addresses(context.Facts.KubeApiServerCidrs);
            case EgressKind.Nodes:
                return KubernetesPeers.Addresses(context.Facts.NodeCidrs);
            case EgressKind.Nfs:
                return KubernetesPeers.Blocks(RenderedBlock.Of(null, rule.Nfs!.Addresses, null, context.Owner, $"{place}.nfs", CidrChecks.NotWorld), context.Facts);
            case EgressKind.Cidr:
                LeafCheck check = rule.Except is null ? CidrChecks.NotWorld : CidrChecks.Check;
                return KubernetesPeers.Blocks(RenderedBlock.Of(rule.Cidr, rule.Cidrs, rule.Except, context.Owner, place, check), context.Facts);
            case EgressKind.CidrGroup:
                return KubernetesPeers.Group(rule.CidrGroup!, context.Facts);
            case EgressKind.World:
                return KubernetesPeers.World(context.Facts);
            default:
                throw new InvalidOperationException($"{place} was validated and cannot be said by a NetworkPolicy.");
        }
    }

    private static IEnumerable<string>? Ports(EgressRuleArgs rule) => EgressKinds.Set(rule)[0].Kind switch
    {
        EgressKind.Dns => DnsPorts(DnsOptions.Of(rule.Dns!)),
        EgressKind.KubeApiServer => rule.Ports ?? EgressRuleManifest.ApiServerPorts,
        EgressKind.Nfs => PortManifest.OfNfs(rule.Nfs!),
        _ => rule.Ports,
    };

    private static string[] DnsPorts(DnsOptions dns) =>
        [$"{PortChecks.Text(dns.Port)}/{PortProtocol.Udp}", $"{PortChecks.Text(dns.Port)}/{PortProtocol.Tcp}"];
}
