using System.Globalization;
using Hardening.Primitives;

namespace Hardening.Components;

/// <summary>The checks of <see cref="PodDisruptionArgs"/>.</summary>
internal static class PodDisruptionChecks
{
    private const int LongestWorkload = 52;
    private static readonly string[] Modes = [Rollout.Off, Rollout.Enforce];

    public static void Check(PodDisruptionArgs args, ProblemList problems)
    {
        ModeRules.Check(args.Mode, Modes, "mode", problems);
        if (KubernetesName.CheckLabel(args.Namespace) is { } space)
        {
            problems.Add("namespace", args.Namespace, space, "write the namespace of the pods");
        }

        if (KubernetesName.CheckLabel(args.Workload) is { } workload)
        {
            problems.Add("workload", args.Workload, workload, "write the Deployment's or StatefulSet's name");
        }
        else if (args.Workload!.Length > LongestWorkload)
        {
            problems.Add("workload", args.Workload, "is longer than 52 characters, which leave room for the budget's name", "name the budget after a shorter part of it");
        }

        PodLabelRules.Check(args.PodSelector, "the budget would then select nothing", "one budget would count them all", problems);
        CheckShare(args, problems);
        CheckEviction(args, problems);
    }

    private static void CheckShare(PodDisruptionArgs args, ProblemList problems)
    {
        if (args.Replicas is null or < 1)
        {
            problems.Add("replicas", args.Replicas?.ToString(CultureInfo.InvariantCulture), "the number of replicas decides what a budget does", "write how many replicas the workload has, or at least has");
        }
        else if (args.Replicas == 1)
        {
            problems.Add("replicas", "1", "a budget for one replica either blocks every drain or protects nothing", "run two, or leave the budget out");
        }

        if (args.MinAvailable is null == args.MaxUnavailable is null)
        {
            problems.Add(
                args.MinAvailable is null ? "maxUnavailable" : "minAvailable",
                args.MinAvailable,
                args.MinAvailable is null ? "neither minAvailable nor maxUnavailable is stated" : "minAvailable and maxUnavailable are both stated, and Kubernetes takes one",
                "write maxUnavailable alone: it follows when the replicas change");
        }

        if (args.MinAvailable is { } min && Read(min, "minAvailable", problems) is { } stays && args.Replicas is > 1 and var replicas)
        {
            CheckMin(min, stays.Of(replicas), replicas, problems);
        }

        if (args.MaxUnavailable is { } max && Read(max, "maxUnavailable", problems) is { } goes && args.Replicas is > 1 and var all)
        {
            CheckMax(max, goes.Of(all), all, problems);
        }
    }

    private static PodShare? Read(string text, string path, ProblemList problems)
    {
        if (PodShare.TryParse(text, out var share))
        {
            return share;
        }

        problems.Add(path, text, "is neither a number of pods nor a percentage", "write it as 1 or 25%");
        return null;
    }

    private static void CheckMin(string written, long stays, int replicas, ProblemList problems)
    {
        if (stays >= replicas)
        {
            problems.Add("minAvailable", written, string.Create(CultureInfo.InvariantCulture, $"is {stays} of {replicas} replicas: no pod may ever be evicted, and every drain hangs"), "write maxUnavailable: 1 instead");
        }
        else if (stays == 0)
        {
            problems.Add("minAvailable", written, "lets all replicas be evicted at once, which protects nothing", "write maxUnavailable: 1 instead");
        }
    }

    private static void CheckMax(string written, long goes, int replicas, ProblemList problems)
    {
        if (goes == 0)
        {
            problems.Add("maxUnavailable", written, "is no pod: none may ever be evicted, and every drain hangs", "write 1");
        }
        else if (goes >= replicas)
        {
            problems.Add("maxUnavailable", written, string.Create(CultureInfo.InvariantCulture, $"is {goes} of {replicas} replicas: all may be evicted at once, which protects nothing"), "write 1");
        }
    }

    private static void CheckEviction(PodDisruptionArgs args, ProblemList problems)
    {
        if (args.UnhealthyPodEvictionPolicy is not { } policy || !Choice.Check(policy, UnhealthyPodEviction.All, problems, "unhealthyPodEvictionPolicy"))
        {
            return;
        }

        if (ClusterFacts.RequiresKubernetes(args.Cluster, PodDisruption.EvictionVersion, "unhealthyPodEvictionPolicy", "unhealthyPodEvictionPolicy", policy) is { } problem)
        {
            problems.Add(problem);
        }
    }
}
