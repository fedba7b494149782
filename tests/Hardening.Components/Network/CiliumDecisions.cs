using System.Globalization;
using System.Text.Json.Nodes;
using Hardening.Primitives;

namespace Hardening.Components.Tests.Network;

/// <summary>What a finished CiliumNetworkPolicy decides, by Cilium's rules of identities: blocks are for those without one, selectors for pods.</summary>
internal static class CiliumDecisions
{
    private const string NamespaceKey = "k8s:io.kubernetes.pod.namespace";

    /// <summary>Whether a rule of the section lets a connection pass; the port is one of the server.</summary>
    public static bool Allows(JsonObject spec, string section, string home, Peer peer, Peer server, int port, string protocol)
    {
        var prefix = section == "egress" ? "to" : "from";
        return spec[section]!.AsArray().Any(rule => Names(rule!.AsObject(), prefix, home, peer) && Meets(rule["toPorts"], server, port, protocol));
    }

    private static bool Names(JsonObject rule, string prefix, string home, Peer peer)
    {
        if (rule[prefix + "Endpoints"] is JsonArray selectors)
        {
            return peer.Kind == Peer.Pod && selectors.Any(selector => Selects(selector!.AsObject(), home, peer));
        }

        if (rule[prefix + "Entities"] is JsonArray entities)
        {
            return entities.Any(entity => entity!.GetValue<string>() switch
            {
                "world" => peer.IsOutside,
                "kube-apiserver" => peer.Kind == Peer.ApiServer,
                "host" or "remote-node" => peer.Kind == Peer.Node,
                _ => false,
            });
        }

        var blocks = rule[prefix + "CIDR"]?.AsArray().Select(block => (Block: block!.GetValue<string>(), Except: (JsonArray?)null))
            ?? rule[prefix + "CIDRSet"]!.AsArray().SelectMany(set => set!["cidrGroupRef"] is { } group
                ? Lab.Groups[group.GetValue<string>()].Select(block => (block, (JsonArray?)null))
                : [(set["cidr"]!.GetValue<string>(), set["except"]?.AsArray())]);
        return peer.IsOutside && blocks.Any(one => Cidr.Parse(one.Block).Contains(peer.Address)
            && one.Except?.Any(hole => Cidr.Parse(hole!.GetValue<string>()).Contains(peer.Address)) != true);
    }

    private static bool Selects(JsonObject selector, string home, Peer peer)
    {
        var labels = selector["matchLabels"]?.AsObject() ?? [];
        var anyNamespace = selector["matchExpressions"] is not null;
        var space = labels[NamespaceKey]?.GetValue<string>() ?? home;
        return (anyNamespace || peer.Namespace == space)
            && labels.Where(label => label.Key != NamespaceKey).All(label => peer.Labels.TryGetValue(label.Key.Replace("k8s:", "", StringComparison.Ordinal), out var value) && value == label.Value!.GetValue<string>());
    }

    private static bool Meets(JsonNode? entries, Peer server, int port, string protocol) => entries is null
        || entries.AsArray().SelectMany(entry => entry!["ports"]!.AsArray()).Any(one =>
        {
            var wanted = one!["protocol"]!.GetValue<string>();
            var text = one["port"]!.GetValue<string>();
            var first = int.TryParse(text, CultureInfo.InvariantCulture, out var number) ? number : server.PortNames.GetValueOrDefault(text, -1);
            var last = one["endPort"]?.GetValue<long>() ?? first;
            return (wanted == "ANY" || wanted == protocol) && port >= first && port <= last;
        });
}
