using System.Globalization;
using Hardening.Components;

namespace Hardening.Infra.Plans.Checks;

/// <summary>Leaves out warnings of one policy that the plan as a whole answers.</summary>
internal static class EgressWarnings
{
    private const string NeedsDns = "allows nothing unless another policy of the same pods has a DNS rule";

    public static IEnumerable<Warning> WorthSaying(IEnumerable<Warning> warnings, EgressPlan policy, NamespacePlan space)
    {
        var resolved = policy.Workload is not null && ResolvesNames(space);
        return warnings.Where(warning => !(resolved && warning.Message.StartsWith(NeedsDns, StringComparison.Ordinal)) && !IsAnsweredNfs(warning, policy.Args));
    }

    /// <summary>Whether the policy of all the namespace's pods lets them resolve names, those of every workload among them.</summary>
    private static bool ResolvesNames(NamespacePlan space) =>
        space.Egress.Any(policy => policy.Workload is null && policy.Args.Rules?.Exists(rule => rule.Dns is not null || rule.NodeLocalDns is not null) == true);

    /// <summary>Only pods that are NFS clients themselves need such a rule; one that states its reason has thought of that.</summary>
    private static bool IsAnsweredNfs(Warning warning, EgressPolicyArgs policy)
    {
        for (var index = 0; index < policy.Rules?.Count; index++)
        {
            if (policy.Rules[index] is { Nfs: not null, Reason.Length: > 0 } && warning.Path == string.Create(CultureInfo.InvariantCulture, $"egress[{index}].nfs"))
                return true;
        }

        return false;
    }
}
