using Pulumi.KubernetesCrds.Cilium.V2;

namespace Hardening.Components;

/// <summary>Renders one rule as one entry of <c>spec.egress</c>: one kind of peer, no empty list.</summary>
internal static class EgressRuleManifest
{
    public static readonly IReadOnlyList<string> ApiServerPorts = ["443/TCP", "6443/TCP"];

    public static CiliumNetworkPolicySpecEgressArgs Of(EgressRuleArgs rule, string place, EgressManifestContext context)
    {
        var kind = EgressKinds.Set(rule)[0].Kind;
        var egress = new CiliumNetworkPolicySpecEgressArgs();
        switch (kind)
        {
            case EgressKind.Dns:
                SetDns(egress, rule.Dns!, $"{place}.dns", context);
                return egress;
            case EgressKind.NodeLocalDns:
                egress.ToEntities = ManifestList.Of(["host"]);
                egress.ToPorts = ManifestList.Of([DnsManifest.ToPorts(DnsOptions.Of(rule.NodeLocalDns!), context, $"{place}.nodeLocalDns")]);
                return egress;
            case EgressKind.SameNamespace:
                egress.ToEndpoints = ManifestList.Of([SelectorManifest.OwnNamespace(rule.Pods)]);
                break;
            case EgressKind.Namespace:
                var name = RenderedValue.Of(rule.Namespace!, context.Owner, $"{place}.namespace", NameChecks.Label);
                egress.ToEndpoints = ManifestList.Of([SelectorManifest.Namespace(name, rule.Pods)]);
                break;
            case EgressKind.AnyNamespace:
                egress.ToEndpoints = ManifestList.Of([SelectorManifest.AnyNamespace(rule.Pods)]);
                break;
            case EgressKind.KubeApiServer:
                egress.ToEntities = ManifestList.Of(["kube-apiserver"]);
                egress.ToPorts = PortManifest.List(rule.Ports ?? ApiServerPorts);
                return egress;
            case EgressKind.Nodes:
                egress.ToEntities = ManifestList.Of(["host", "remote-node"]);
                break;
            case EgressKind.Nfs:
                SetNfs(egress, rule.Nfs!, $"{place}.nfs", context);
                return egress;
            case EgressKind.Fqdn:
                egress.ToFQDNs = ManifestList.Of(context.NamesOf(rule, place).Select(DnsManifest.Match));
                break;
            case EgressKind.Cidr:
                LeafCheck check = rule.Except is null ? CidrChecks.NotWorld : CidrChecks.Check;
                SetBlocks(egress, CidrManifest.Of(rule.Cidr, rule.Cidrs, rule.Except, context.Owner, place, check));
                break;
            case EgressKind.CidrGroup:
                egress.ToCIDRSet = CidrManifest.Group(rule.CidrGroup!, context.Owner, place);
                break;
            case EgressKind.Icmp:
                SetIcmp(egress, rule.Icmp!, $"{place}.icmp", context);
                return egress;
            case EgressKind.World:
                egress.ToEntities = ManifestList.Of(["world"]);
                break;
            default:
                egress.ToEntities = ManifestList.Of(["none"]);
                return egress;
        }

        if (rule.Ports is not null)
        {
            egress.ToPorts = PortManifest.List(rule.Ports);
        }

        return egress;
    }

    private static void SetDns(CiliumNetworkPolicySpecEgressArgs egress, EgressDnsArgs dns, string place, EgressManifestContext context)
    {
        var name = DnsOptions.NamespaceOf(dns, context.Owner, place);
        egress.ToEndpoints = ManifestList.Of([SelectorManifest.Namespace(name, dns.Pods ?? DnsOptions.DefaultPods)]);
        egress.ToPorts = ManifestList.Of([DnsManifest.ToPorts(DnsOptions.Of(dns), context, place)]);
    }

    private static void SetNfs(CiliumNetworkPolicySpecEgressArgs egress, EgressNfsArgs nfs, string place, EgressManifestContext context)
    {
        var servers = RenderedBlock.Values(nfs.Addresses!, context.Owner, $"{place}.addresses", CidrChecks.NotWorld);
        egress.ToCIDR = ManifestList.Of(servers.Select(server => server.Input));
        egress.ToPorts = PortManifest.List(PortManifest.OfNfs(nfs));
    }

    private static void SetBlocks(CiliumNetworkPolicySpecEgressArgs egress, CidrManifest blocks)
    {
        if (blocks.Blocks is { } plain)
        {
            egress.ToCIDR = plain;
        }
        else
        {
            egress.ToCIDRSet = blocks.Set!;
        }
    }

    private static void SetIcmp(CiliumNetworkPolicySpecEgressArgs egress, IcmpArgs icmp, string place, EgressManifestContext context)
    {
        egress.Icmps = IcmpManifest.List(icmp);
        if (icmp.Cidrs is not null)
        {
            egress.ToCIDR = IcmpManifest.Blocks(icmp, context.Owner, place);
        }
    }
}
