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

    /// <summary>How much it allows.</summary>
    public static string Rules(CapturedResource policy, string direction)
    {
        var count = policy.Inputs["spec"]?[direction]?.Items.Count ?? 0;
        return count == 1 ? ", 1 rule" : string.Create(CultureInfo.InvariantCulture, $", {count} rules");
    }
}
