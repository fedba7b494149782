using System.Text.Json;
using System.Text.Json.Nodes;
using Hardening.Primitives;

namespace Hardening.Components.Tests.Network;

/// <summary>What a finished NetworkPolicy decides where the network plugin matches everybody by address, pods and nodes too, as most plugins do.</summary>
internal static class KubernetesDecisions
{
    /// <summary>Whether a rule of the section lets a connection pass; the port is one of the server.</summary>
    public static bool Allows(JsonObject spec, string section, string home, Peer peer, Peer server, int port, string protocol)
    {
        var peers = section == "egress" ? "to" : "from";
        return spec[section]?.AsArray().Any(rule =>
            (rule![peers] is not JsonArray { Count: > 0 } named || named.Any(one => Names(one!.AsObject(), home, peer))) && Meets(rule["ports"], server, port, protocol)) == true;
    }

    private static bool Names(JsonObject one, string home, Peer peer)
    {
        if (one["ipBlock"] is JsonObject block)
        {
            return Cidr.Parse(block["cidr"]!.GetValue<string>()).Contains(peer.Address)
                && block["except"]?.AsArray().Any(hole => Cidr.Parse(hole!.GetValue<string>()).Contains(peer.Address)) != true;
        }

        if (peer.Kind != Peer.Pod)
        {
            return false;
        }

        var inNamespace = one["namespaceSelector"] is JsonObject spaces
            ? Has(spaces, new Dictionary<string, string> { ["kubernetes.io/metadata.name"] = peer.Namespace! })
            : peer.Namespace == home;
        return inNamespace && (one["podSelector"] is not JsonObject pods || Has(pods, peer.Labels));
    }

    private static bool Has(JsonObject selector, IReadOnlyDictionary<string, string> labels) =>
        selector["matchLabels"]?.AsObject().All(label => labels.TryGetValue(label.Key, out var value) && value == label.Value!.GetValue<string>()) ?? true;

    private static bool Meets(JsonNode? ports, Peer server, int port, string protocol) => ports is not JsonArray { Count: > 0 } list
        || list.Any(one =>
        {
            var first = one!["port"]!.GetValueKind() == JsonValueKind.String ? server.PortNames.GetValueOrDefault(one["port"]!.GetValue<string>(), -1) : (int)one["port"]!.GetValue<long>();
            var last = one["endPort"]?.GetValue<long>() ?? first;
            return one["protocol"]!.GetValue<string>() == protocol && port >= first && port <= last;
        });
}
