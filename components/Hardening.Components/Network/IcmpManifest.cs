using System.Globalization;
using Pulumi;
using Pulumi.KubernetesCrds.Cilium.V2;

namespace Hardening.Components;

/// <summary>Renders ICMP messages for Cilium. The family is always written out.</summary>
internal static class IcmpManifest
{
    public static InputList<CiliumNetworkPolicySpecEgressIcmpsArgs> List(IcmpArgs icmp)
    {
        var family = icmp.Family ?? IcmpFamily.IPv4;
        var fields = (icmp.Types ?? [IcmpChecks.DefaultType]).Select(type => new CiliumNetworkPolicySpecEgressIcmpsFieldsArgs
        {
            Family = family,
            Type = int.TryParse(type, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : type,
        });
        return ManifestList.Of([new CiliumNetworkPolicySpecEgressIcmpsArgs { Fields = ManifestList.Of(fields) }]);
    }

    /// <summary>The blocks at the other end, which the messages have.</summary>
    public static InputList<string> Blocks(IcmpArgs icmp, ComponentName owner, string place) =>
        ManifestList.Of(RenderedBlock.Values(icmp.Cidrs!, owner, $"{place}.cidrs", CidrChecks.Check).Select(block => block.Input));
}
