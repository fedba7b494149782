using Pulumi.Kubernetes.Types.Inputs.Networking.V1;

namespace Hardening.Components;

/// <summary>Renders one rule as one entry of a NetworkPolicy's <c>spec.ingress</c>: at least one peer always, since none would mean any.</summary>
internal static class IngressKubernetesRule
{
    public static NetworkPolicyIngressRuleArgs Of(IngressRuleArgs rule, string place, ComponentName owner, NetworkFacts facts)
    {
        var ingress = new NetworkPolicyIngressRuleArgs { From = ManifestList.Of(Peers(rule, place, owner, facts)) };
        if (rule.Ports is not null)
        {
            ingress.Ports = KubernetesPorts.List(rule.Ports);
        }

        return ingress;
    }

    private static IEnumerable<NetworkPolicyPeerArgs> Peers(IngressRuleArgs rule, string place, ComponentName owner, NetworkFacts facts)
    {
        switch (IngressKinds.Set(rule)[0].Kind)
        {
            case IngressKind.SameNamespace:
                return [KubernetesPeers.OwnNamespace(rule.Pods)];
            case IngressKind.Namespace:
                return [KubernetesPeers.Namespace(RenderedValue.Of(rule.Namespace!, owner, $"{place}.namespace", NameChecks.Label), rule.Pods)];
            case IngressKind.AnyNamespace:
                return [KubernetesPeers.AnyNamespace(rule.Pods)];
            case IngressKind.KubeApiServer:
                return KubernetesPeers.Addresses(facts.KubeApiServerCidrs);
            case IngressKind.Nodes:
                return KubernetesPeers.Addresses(facts.NodeCidrs);
            case IngressKind.Cidr:
                LeafCheck check = rule.Except is null ? CidrChecks.NotWorld : CidrChecks.Check;
                return KubernetesPeers.Blocks(RenderedBlock.Of(rule.Cidr, rule.Cidrs, rule.Except, owner, place, check), facts);
            case IngressKind.CidrGroup:
                return KubernetesPeers.Group(rule.CidrGroup!, facts);
            case IngressKind.World:
                return KubernetesPeers.World(facts);
            default:
                throw new InvalidOperationException($"{place} was validated and cannot be said by a NetworkPolicy.");
        }
    }
}
