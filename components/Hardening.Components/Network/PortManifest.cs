using Hardening.Primitives;
using Pulumi;
using Pulumi.KubernetesCrds.Cilium.V2;

namespace Hardening.Components;

/// <summary>Renders ports. The protocol is always written out: a deny without one reached other ports in Cilium 1.14.</summary>
internal static class PortManifest
{
    private const int Nfs = 2049;
    private const int Portmapper = 111;
    private const int DefaultMountd = 20048;

    public static InputList<CiliumNetworkPolicySpecEgressToPortsArgs> List(IEnumerable<string> ports) =>
        ManifestList.Of([new CiliumNetworkPolicySpecEgressToPortsArgs { Ports = ManifestList.Of(ports.Select(One)) }]);

    public static InputList<CiliumNetworkPolicySpecEgressDenyToPortsArgs> Denied(IEnumerable<string> ports) =>
        ManifestList.Of([new CiliumNetworkPolicySpecEgressDenyToPortsArgs { Ports = ManifestList.Of(ports.Select(One)) }]);

    /// <summary>2049 over TCP for version 4; for version 3 also the portmapper and mountd, each over TCP and UDP.</summary>
    public static IEnumerable<string> OfNfs(EgressNfsArgs nfs)
    {
        if (nfs.Version != NfsVersion.V3)
        {
            return [$"{PortChecks.Text(Nfs)}/{PortProtocol.Tcp}"];
        }

        int[] ports = [Nfs, Portmapper, nfs.MountdPort ?? DefaultMountd];
        return ports.SelectMany(port => new[] { $"{PortChecks.Text(port)}/{PortProtocol.Tcp}", $"{PortChecks.Text(port)}/{PortProtocol.Udp}" });
    }

    public static CiliumNetworkPolicySpecEgressToPortsPortsArgs One(string port, string protocol) => new() { Port = port, Protocol = protocol };

    private static CiliumNetworkPolicySpecEgressToPortsPortsArgs One(string text)
    {
        var spec = PortSpec.Parse(text);
        var port = One(spec.Name ?? PortChecks.Text(spec.First), spec.Protocol);
        if (spec.IsRange)
        {
            port.EndPort = spec.Last;
        }

        return port;
    }
}
