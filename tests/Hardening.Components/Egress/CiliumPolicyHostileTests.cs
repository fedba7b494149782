using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace Hardening.Components.Tests.Egress;

/// <summary>Policies of any shape are judged, never crashed on.</summary>
public sealed class CiliumPolicyHostileTests
{
    private static readonly string[] Members =
    [
        "kind", "spec", "specs", "endpointSelector", "nodeSelector", "matchLabels", "matchExpressions", "key", "operator", "values", "enableDefaultDeny", "log", "value",
        "egress", "egressDeny", "ingress", "toEndpoints", "toCIDR", "toCIDRSet", "cidr", "cidrGroupRef", "cidrGroupSelector", "except", "toEntities", "toServices",
        "toGroups", "toNodes", "toFQDNs", "matchName", "matchPattern", "toPorts", "ports", "port", "endPort", "protocol", "rules", "dns", "http", "serverNames", "icmps",
        "fields", "family", "type", "authentication",
    ];

    private static readonly string[] Texts = ["", "world", "0.0.0.0/0", "10.0.0.0/8", "10.0.0.1", "::/0", "*", "**.a.com", "a.com.", "443", "-1", "TCP", "UDP", "In", "Echo", "IPv6", "\u0000", "é"];

    private static readonly string[] Places =
    [
        "$", """{ "egress": [$], "egressDeny": [$] }""", """{ "endpointSelector": $, "log": $, "enableDefaultDeny": $, "egress": $ }""",
        """{ "egress": [{ "toEndpoints": [$], "toPorts": [$], "icmps": [$] }] }""", """{ "egress": [{ "toCIDR": [$] }, { "toCIDRSet": [$] }, { "toEntities": [$] }, { "toFQDNs": [$] }] }""",
        """{ "egress": [{ "toPorts": [{ "ports": [$], "rules": $, "serverNames": $ }] }] }""", """{ "egress": [{ "icmps": [{ "fields": [$] }] }], "egressDeny": [{ "toPorts": [{ "ports": $ }] }] }""",
    ];

    [Property(MaxTest = 100)]
    public Property Any_json_at_any_place_gives_problems_with_a_fix_and_no_exception() => Prop.ForAll(Value(4).ToArbitrary(), value =>
        Places.All(place =>
        {
            var element = Json.Parse(place.Replace("$", value?.ToJsonString() ?? "null", StringComparison.Ordinal));
            var found = CiliumPolicyRules.Check(element).Problems.Concat(CiliumPolicyRules.CheckSpec(element, clusterwide: true, Plans.Cluster()).Problems);
            return found.All(problem => problem.Message.Length > 0 && problem.Fix.Length > 0);
        }));

    private static Gen<JsonNode?> Value(int depth)
    {
        var leaves = Gen.OneOf(
            Gen.Elements(Texts).Select(text => (JsonNode?)JsonValue.Create(text)),
            Gen.Choose(-1, 70000).Select(number => (JsonNode?)JsonValue.Create(number)),
            Gen.Elements(true, false).Select(flag => (JsonNode?)JsonValue.Create(flag)),
            Gen.Constant((JsonNode?)null));
        if (depth == 0)
        {
            return leaves;
        }

        var inner = Value(depth - 1);
        var lists = Gen.Choose(0, 3).SelectMany(count => inner.ListOf(count)).Select(items => (JsonNode?)new JsonArray([.. items.Select(item => item?.DeepClone())]));
        var maps =
            from count in Gen.Choose(0, 6)
            from names in Gen.Elements(Members).ListOf(count)
            from values in inner.ListOf(count)
            select (JsonNode?)new JsonObject(names.Zip(values).DistinctBy(pair => pair.First).Select(pair => KeyValuePair.Create(pair.First, pair.Second?.DeepClone())));
        return Gen.Frequency((1, leaves), (3, lists), (6, maps));
    }
}
