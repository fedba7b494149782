using System.Globalization;
using System.Text.Json.Nodes;
using Hardening.Components.Tests.Egress;
using Hardening.Primitives;

namespace Hardening.Components.Tests.Network.Flows;

/// <summary>Reads finished policies as Cilium's agent does and says which flows pass. It knows nothing of the rules that the policies were made of.</summary>
internal sealed class ManifestOracle(EgressRun run, Dictionary<string, IReadOnlyList<string>?> groups)
{
    private const string NamespaceKey = "k8s:io.kubernetes.pod.namespace";

    private readonly JsonArray _allow = Spec("web-policy", run)?["egress"]?.AsArray() ?? [];
    private readonly JsonArray _deny = Spec("web-deny", run)?["egressDeny"]?.AsArray() ?? [];

    public override string ToString() => $"{_allow.ToJsonString()}\n{_deny.ToJsonString()}";

    public bool Passes(NetworkFlow flow) => !_deny.Any(entry => Matches(entry!.AsObject(), flow)) && _allow.Any(entry => Matches(entry!.AsObject(), flow));

    private static JsonNode? Spec(string name, EgressRun run) => run.Registered.TryGetValue(name, out var resource) ? resource.Inputs["spec"] : null;

    private bool Matches(JsonObject entry, NetworkFlow flow) => entry.All(member => member.Key switch
    {
        "toEndpoints" => member.Value!.AsArray().Any(selector => Selects(selector!.AsObject(), flow)),
        "toEntities" => member.Value!.AsArray().Any(entity => flow.PeerEntities.Contains((string)entity!)),
        "toCIDR" => IsWorld(flow) && member.Value!.AsArray().Any(block => Holds((string)block!, flow)),
        "toCIDRSet" => IsWorld(flow) && member.Value!.AsArray().Any(block => Holds(block!.AsObject(), flow)),
        "toFQDNs" => IsWorld(flow) && member.Value!.AsArray().Any(name => flow.PeerNames.Any(known => IsNamed(name!.AsObject(), known))),
        "toPorts" => member.Value!.AsArray().Any(ports => IsPort(ports!.AsObject(), flow)),
        "icmps" => member.Value!.AsArray().SelectMany(icmp => icmp!["fields"]!.AsArray()).Any(field => IsMessage(field!.AsObject(), flow)),
        _ => throw new InvalidOperationException(member.Key),
    });

    private static bool IsWorld(NetworkFlow flow) => flow.PeerEntities.Contains("world");

    private static bool Selects(JsonObject selector, NetworkFlow flow)
    {
        if (flow.PeerNamespace is null)
        {
            return false;
        }

        var labels = selector["matchLabels"]?.AsObject() ?? [];
        var anywhere = selector["matchExpressions"]?.AsArray().Any(expression => (string)expression!["key"]! == NamespaceKey && (string)expression["operator"]! == "Exists") == true;
        return labels.All(label => label.Key == NamespaceKey ? (string)label.Value! == flow.PeerNamespace : flow.PeerLabels.TryGetValue(label.Key.Replace("k8s:", "", StringComparison.Ordinal), out var value) && value == (string)label.Value!)
            && (anywhere || labels.ContainsKey(NamespaceKey) || flow.PeerNamespace == flow.Namespace);
    }

    private bool Holds(JsonObject block, NetworkFlow flow) => (string?)block["cidrGroupRef"] is { } group
        ? groups[group]!.Any(cidr => Holds(cidr, flow))
        : Holds((string)block["cidr"]!, flow) && block["except"]?.AsArray().Any(hole => Holds((string)hole!, flow)) != true;

    private static bool Holds(string block, NetworkFlow flow) => flow.PeerAddress is { } address && Cidr.Parse(block).Contains(address);

    private static bool IsNamed(JsonObject name, string known) => DnsPattern.Parse((string)(name["matchName"] ?? name["matchPattern"])!).Matches(known);

    private static bool IsPort(JsonObject ports, NetworkFlow flow) =>
        flow.Protocol is not NetworkFlow.Icmp
        && ports["ports"]!.AsArray().Any(port => IsPortOf(port!.AsObject(), flow))
        && (flow.Query is null || ports["rules"]?["dns"]?.AsArray().Any(name => IsNamed(name!.AsObject(), flow.Query)) != false);

    private static bool IsPortOf(JsonObject port, NetworkFlow flow)
    {
        if (!int.TryParse((string)port["port"]!, NumberStyles.None, CultureInfo.InvariantCulture, out var first))
        {
            return false;
        }

        var last = Number(port["endPort"]) ?? first;
        return flow.Port >= first && flow.Port <= last && ((string)port["protocol"]! == "ANY" || (string)port["protocol"]! == flow.Protocol);
    }

    private static bool IsMessage(JsonObject field, NetworkFlow flow) =>
        flow.Protocol is NetworkFlow.Icmp && Number(field["type"]) == flow.Port && ((string)field["family"]! == "IPv6") == (flow.PeerAddress?.IsIPv6 == true);

    private static int? Number(JsonNode? node) => node is null ? null : int.Parse(node.ToJsonString(), CultureInfo.InvariantCulture);
}
