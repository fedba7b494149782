using Hardening.Primitives;
using Pulumi;
using Pulumi.Kubernetes.Types.Inputs.Networking.V1;

namespace Hardening.Components;

/// <summary>Renders ports for NetworkPolicies, which name one protocol each: a port without a protocol becomes three.</summary>
internal static class KubernetesPorts
{
    private static readonly string[] EveryProtocol = [PortProtocol.Tcp, PortProtocol.Udp, PortProtocol.Sctp];

    public static InputList<NetworkPolicyPortArgs> List(IEnumerable<string> ports) => ManifestList.Of(ports.SelectMany(Of));

    private static IEnumerable<NetworkPolicyPortArgs> Of(string text)
    {
        var spec = PortSpec.Parse(text);
        return (spec.Protocol == PortProtocol.Any ? EveryProtocol : [spec.Protocol]).Select(protocol =>
        {
            var port = new NetworkPolicyPortArgs { Protocol = protocol };
            if (spec.Name is { } name)
            {
                port.Port = name;
            }
            else
            {
                port.Port = spec.First;
            }

            if (spec.IsRange)
            {
                port.EndPort = spec.Last;
            }

            return port;
        });
    }
}
