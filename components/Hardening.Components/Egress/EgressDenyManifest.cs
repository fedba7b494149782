using Pulumi.KubernetesCrds.Cilium.V2;

namespace Hardening.Components;

/// <summary>Renders one carve-out as one entry of <c>spec.egressDeny</c>.</summary>
internal static class EgressDenyManifest
{
    public static CiliumNetworkPolicySpecEgressDenyArgs Of(EgressDenyArgs deny, string place, ComponentName owner, bool besideRules)
    {
        var entry = new CiliumNetworkPolicySpecEgressDenyArgs();
        switch (EgressKinds.Set(deny)[0].Kind)
        {
            case EgressKind.Cidr:
                var blocks = CidrManifest.Of(deny.Cidr, deny.Cidrs, deny.Except, owner, place, besideRules ? CidrChecks.NotWorld : CidrChecks.Check);
                if (blocks.Blocks is { } plain)
                {
                    entry.ToCIDR = plain;
                }
                else
                {
                    entry.ToCIDRSet = blocks.Set!;
                }

                break;
            case EgressKind.CidrGroup:
                entry.ToCIDRSet = CidrManifest.Group(deny.CidrGroup!, owner, place);
                break;
            case EgressKind.Namespace:
                var name = RenderedValue.Of(deny.Namespace!, owner, $"{place}.namespace", NameChecks.Label);
                entry.ToEndpoints = ManifestList.Of([SelectorManifest.Namespace(name, deny.Pods)]);
                break;
            default:
                entry.ToEntities = ManifestList.Of(["host", "remote-node"]);
                break;
        }

        if (deny.Ports is not null)
        {
            entry.ToPorts = PortManifest.Denied(deny.Ports);
        }

        return entry;
    }
}
