using System.Globalization;
using Hardening.Preview;

namespace Hardening.Infra.Reports.DefinitionOfDone.Evidence;

/// <summary>What network policies of both kinds say about one direction, <c>egress</c> or <c>ingress</c>.</summary>
internal static class NetworkPolicies
{
    /// <summary>Whether a CiliumNetworkPolicy has rules of a direction for every pod of its namespace.</summary>
    public static bool SelectsAllPods(CapturedResource policy, string direction) =>
        policy.Inputs["spec"] is { } spec && spec["endpointSelector"] is { Kind: CapturedKind.Map, Members.Count: 0 } && spec[direction] is { Kind: CapturedKind.List };

    /// <summary>Its switch of default deny.</summary>
    public static CapturedValue? DeniesByDefault(CapturedResource policy, string direction) => policy.Inputs["spec"]?["enableDefaultDeny"]?[direction];

    /// <summary>Whether a Kubernetes NetworkPolicy governs a direction of every pod of its namespace; such a policy always denies by default.</summary>
    public static bool Governs(CapturedResource policy, string type) =>
        policy.Inputs["spec"] is { } spec && spec["podSelector"] is { Kind: CapturedKind.Map, Members.Count: 0 } && spec["policyTypes"]?.Items.Any(item => item.Text == type) == true;

    /// <summary>Whether a policy of either kind has an egress rule for every address outside the cluster, or for everything.</summary>
    public static bool ReachesEverything(CapturedResource policy) => (policy.Inputs["spec"]?["egress"]?.Items ?? []).Any(policy.Kind == "NetworkPolicy" ? ReachesEveryBlock : ReachesTheWorld);

    private static bool ReachesTheWorld(CapturedValue rule) => rule["toEntities"]?.Items.Any(entity => entity.Text is "world" or "all") == true;

    private static bool ReachesEveryBlock(CapturedValue rule) => rule["to"] is not { } peers || peers.Items.Any(peer => peer["ipBlock"]?["cidr"]?.Text is "0.0.0.0/0" or "::/0");

    /// <summary>How much it allows.</summary>
    public static string Rules(CapturedResource policy, string direction)
    {
        var count = policy.Inputs["spec"]?[direction]?.Items.Count ?? 0;
        return count == 1 ? ", 1 rule" : string.Create(CultureInfo.InvariantCulture, $", {count} rules");
    }
}
