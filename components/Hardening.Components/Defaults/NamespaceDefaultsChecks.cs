using System.Globalization;
using Hardening.Primitives;

namespace Hardening.Components;

/// <summary>The checks of <see cref="NamespaceDefaultsArgs"/>.</summary>
internal static class NamespaceDefaultsChecks
{
    private static readonly string[] Modes = [Rollout.Off, Rollout.Enforce];

    public static void Check(NamespaceDefaultsArgs args, ProblemList problems)
    {
        ModeRules.Check(args.Mode, Modes, "mode", problems);
        if (ClusterFacts.RequiresKyverno(args.Cluster, "1.17", "GeneratingPolicy of policies.kyverno.io/v1", "cluster.kyvernoVersion", args.Cluster?.KyvernoVersion) is { } missing)
        {
            problems.Add(missing);
        }

        PodPolicyRules.CheckPolicyName(args.PolicyName, NamespaceDefaultsArgs.DefaultPolicyName, problems);
        if (Choice.Check(args.Size, NamespaceSize.All, problems, "size"))
        {
            CheckObjects(args, problems);
        }

        CheckNamespaces(args.PlannedNamespaces, null, "plannedNamespaces", problems);
        CheckNamespaces(args.ExcludedNamespaces, args.PlannedNamespaces ?? [], "excludedNamespaces", problems);
        if (args is { Synchronize: false, OrphanDownstreamOnPolicyDelete: false })
        {
            problems.Add("orphanDownstreamOnPolicyDelete", "false", "has no effect without synchronize: Kyverno deletes only what it keeps", "leave it out, or synchronize");
        }
    }

    /// <summary>What a namespace would be refused for is refused here; paths are those of the size and the rules.</summary>
    private static void CheckObjects(NamespaceDefaultsArgs args, ProblemList problems)
    {
        var result = HardenedNamespace.Validate(DefaultObjects.Namespace(args, DefaultObjects.AnyNamespace));
        const string egress = "egress.";
        foreach (var problem in result.Problems)
        {
            problems.Add(problem with { Path = problem.Path == "egress.mode" ? "egressMode" : problem.Path.StartsWith(egress, StringComparison.Ordinal) ? problem.Path[egress.Length..] : "size" });
        }

        foreach (var warning in result.Warnings.Where(warning => warning.Path.StartsWith(egress, StringComparison.Ordinal)))
        {
            problems.Warn(warning.Path[egress.Length..], warning.Message);
        }
    }

    private static void CheckNamespaces(List<string>? names, List<string>? planned, string path, ProblemList problems)
    {
        for (var i = 0; i < names?.Count; i++)
        {
            var here = string.Create(CultureInfo.InvariantCulture, $"{path}[{i}]");
            if (KubernetesName.CheckLabel(names[i]) is { } message)
            {
                problems.Add(here, names[i], message, "write a namespace's name; there are no patterns");
            }
            else if (names.IndexOf(names[i]) < i)
            {
                problems.Add(here, names[i], "is listed twice", "remove one of the two");
            }
            else if (planned is not null && (planned.Contains(names[i]) || NamespaceDefaultsRules.IsOfSystem(names[i])))
            {
                problems.Add(here, names[i], "is left alone anyway", "remove it");
            }
        }
    }
}
