using System.Text.Json.Nodes;

namespace Hardening.Components;

/// <summary>One topology spread constraint of a pod, in the order of fields in which it is written.</summary>
internal sealed record SpreadConstraint(string TopologyKey, string WhenUnsatisfiable, int MaxSkew, IReadOnlyDictionary<string, string> Labels)
{
    public const string Hostname = "kubernetes.io/hostname";
    public const string Zone = "topology.kubernetes.io/zone";
    public const string Honor = "Honor";

    public IReadOnlyList<string> MatchLabelKeys { get; init; } = [];

    public int? MinDomains { get; init; }

    /// <summary>
    /// Whether tainted nodes that the pod does not tolerate are passed over. Kubernetes counts them by default, as domains without a pod that every other domain is held against; with
    /// <c>DoNotSchedule</c> a control-plane node would then keep pods Pending.
    /// </summary>
    public bool PassesOverTaints => WhenUnsatisfiable == UnsatisfiableSpread.DoNotSchedule;

    /// <summary>The constraint as plain data, which is JSON and CEL alike.</summary>
    public IReadOnlyDictionary<string, object> Members
    {
        get
        {
            var members = new SortedDictionary<string, object>(StringComparer.Ordinal)
            {
                ["labelSelector"] = new Dictionary<string, object>(StringComparer.Ordinal) { ["matchLabels"] = new SortedDictionary<string, string>(Labels.ToDictionary(StringComparer.Ordinal), StringComparer.Ordinal) },
                ["maxSkew"] = MaxSkew,
                ["topologyKey"] = TopologyKey,
                ["whenUnsatisfiable"] = WhenUnsatisfiable,
            };
            if (MatchLabelKeys.Count > 0)
            {
                members["matchLabelKeys"] = MatchLabelKeys;
            }

            if (MinDomains is { } domains)
            {
                members["minDomains"] = domains;
            }

            if (PassesOverTaints)
            {
                members["nodeTaintsPolicy"] = Honor;
            }

            return members;
        }
    }

    public JsonNode ToJson() => System.Text.Json.JsonSerializer.SerializeToNode(Members)!;
}
