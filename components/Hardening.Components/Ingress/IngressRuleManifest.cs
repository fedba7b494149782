using Pulumi.KubernetesCrds.Cilium.V2;

namespace Hardening.Components;

/// <summary>Renders one rule as one entry of a CiliumNetworkPolicy's <c>spec.ingress</c>: one kind of peer, no empty list.</summary>
internal static class IngressRuleManifest
{
    public static CiliumNetworkPolicySpecIngressArgs Of(IngressRuleArgs rule, string place, ComponentName owner)
    {
        var ingress = new CiliumNetworkPolicySpecIngressArgs();
        switch (IngressKinds.Set(rule)[0].Kind)
        {
            case IngressKind.SameNamespace:
                ingress.FromEndpoints = ManifestList.Of([SelectorManifest.OwnNamespace(rule.Pods)]);
                break;
            case IngressKind.Namespace:
                var name = RenderedValue.Of(rule.Namespace!, owner, $"{place}.namespace", NameChecks.Label);
                ingress.FromEndpoints = ManifestList.Of([SelectorManifest.Namespace(name, rule.Pods)]);
                break;
            case IngressKind.AnyNamespace:
                ingress.FromEndpoints = ManifestList.Of([SelectorManifest.AnyNamespace(rule.Pods)]);
                break;
            case IngressKind.KubeApiServer:
                ingress.FromEntities = ManifestList.Of(["kube-apiserver"]);
                break;
            case IngressKind.Nodes:
                ingress.FromEntities = ManifestList.Of(["host", "remote-node"]);
                break;
            case IngressKind.Cidr:
                SetBlocks(ingress, rule, place, owner);
                break;
            case IngressKind.CidrGroup:
                ingress.FromCIDRSet = CidrManifest.Group(rule.CidrGroup!, owner, place);
                break;
            case IngressKind.Entities:
                ingress.FromEntities = ManifestList.Of(rule.Entities!);
                break;
            case IngressKind.Icmp:
                SetIcmp(ingress, rule.Icmp!, $"{place}.icmp", owner);
                break;
            case IngressKind.World:
                ingress.FromEntities = ManifestList.Of(["world"]);
                break;
            default:
                ingress.FromEntities = ManifestList.Of(["none"]);
                return ingress;
        }

        if (rule.Ports is not null)
        {
            ingress.ToPorts = PortManifest.List(rule.Ports);
        }

        return ingress;
    }

    private static void SetIcmp(CiliumNetworkPolicySpecIngressArgs ingress, IcmpArgs icmp, string place, ComponentName owner)
    {
        ingress.Icmps = IcmpManifest.List(icmp);
        if (icmp.Cidrs is not null)
        {
            ingress.FromCIDR = IcmpManifest.Blocks(icmp, owner, place);
        }
    }

    private static void SetBlocks(CiliumNetworkPolicySpecIngressArgs ingress, IngressRuleArgs rule, string place, ComponentName owner)
    {
        LeafCheck check = rule.Except is null ? CidrChecks.NotWorld : CidrChecks.Check;
        var blocks = CidrManifest.Of(rule.Cidr, rule.Cidrs, rule.Except, owner, place, check);
        if (blocks.Blocks is { } plain)
        {
            ingress.FromCIDR = plain;
        }
        else
        {
            ingress.FromCIDRSet = blocks.Set!;
        }
    }
}
