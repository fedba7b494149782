using System.Globalization;
using Hardening.Primitives;

namespace Hardening.Components;

/// <summary>Checks what the arguments of every policy about pods have in common.</summary>
internal static class PodPolicyRules
{
    /// <summary>The longest name of a policy or exception, which is part of names that may have 63 characters.</summary>
    public const int LongestName = 53;

    private static readonly string[] Modes = [Rollout.Audit, Rollout.Warn, Rollout.Enforce];

    public static void CheckMode(string? mode, ProblemList problems) => Choice.Check(mode, Modes, problems, "mode");

    /// <summary>Refuses an engine that is unknown or that the cluster does not have.</summary>
    public static void CheckEngine(string? engine, ClusterFactsArgs? cluster, ProblemList problems)
    {
        if (Choice.Check(engine, PolicyEngine.OfPods, problems, "engine") && Missing(engine!, cluster) is { } missing)
        {
            problems.Add(missing);
        }
    }

    /// <summary>What the cluster lacks for one of <see cref="PolicyEngine.OfPods"/>.</summary>
    public static Problem? Missing(string engine, ClusterFactsArgs? cluster) => engine == PolicyEngine.KubernetesAdmissionPolicy
        ? ClusterFacts.RequiresKubernetes(cluster, "1.30", "ValidatingAdmissionPolicy", "engine", engine)
        : ClusterFacts.RequiresKyverno(cluster, "1.17", "ValidatingPolicy of policies.kyverno.io/v1", "engine", engine);

    public static void CheckPolicyName(string? name, string example, ProblemList problems)
    {
        if (KubernetesName.CheckLabel(name) is { } message)
        {
            problems.Add("policyName", name, message, $"write a name such as {example}");
        }
        else if (name!.Length > LongestName)
        {
            problems.Add("policyName", name, "is longer than 53 characters, which leave room for the names derived from it", "shorten the name");
        }
    }

    /// <summary>Refuses an unknown failure policy and warns of one that does not fit the mode.</summary>
    /// <param name="failurePolicy">What the arguments say.</param>
    /// <param name="mode">The mode.</param>
    /// <param name="judged">What the policy judges, as the subject of a sentence: <c>any image</c>.</param>
    /// <param name="problems">Where problems go.</param>
    public static void CheckFailurePolicy(string? failurePolicy, string? mode, string judged, ProblemList problems)
    {
        if (failurePolicy is null || !Choice.Check(failurePolicy, PolicyFailure.All, problems, "failurePolicy"))
        {
            return;
        }

        if (failurePolicy == PolicyFailure.Fail && mode is Rollout.Audit or Rollout.Warn)
        {
            problems.Warn("failurePolicy", $"in mode {mode} requests are refused all the same while the policy cannot be evaluated; leave failurePolicy out to refuse nothing");
        }
        else if (failurePolicy == PolicyFailure.Ignore && mode == Rollout.Enforce)
        {
            problems.Warn("failurePolicy", $"{judged} is let through while the policy cannot be evaluated; leave failurePolicy out to refuse then");
        }
    }

    public static void CheckExcludedNamespaces(List<string>? excluded, ProblemList problems)
    {
        for (var i = 0; i < excluded?.Count; i++)
        {
            var path = string.Create(CultureInfo.InvariantCulture, $"excludedNamespaces[{i}]");
            if (KubernetesName.CheckLabel(excluded[i]) is { } message)
            {
                problems.Add(path, excluded[i], message, "write a namespace's name; there are no patterns");
            }
            else if (excluded.IndexOf(excluded[i]) < i)
            {
                problems.Add(path, excluded[i], "is listed twice", "remove one of the two");
            }
        }
    }
}
