using System.Globalization;
using Hardening.Primitives;

namespace Hardening.Components;

/// <summary>The checks of <see cref="PodDisruptionArgs"/>.</summary>
internal static class PodDisruptionChecks
{
    private const string Stable = "use labels of the workload itself, such as app.kubernetes.io/name and app.kubernetes.io/component";
    private const int LongestWorkload = 52;
    private static readonly string[] Modes = [Rollout.Off, Rollout.Enforce];

    /// <summary>Labels that a release changes, or that single pods carry.</summary>
    private static readonly string[] Unstable =
    [
        "pod-template-hash", "controller-revision-hash", "statefulset.kubernetes.io/pod-name", "apps.kubernetes.io/pod-index", "pod-template-generation", "controller-uid", "job-name",
        "helm.sh/chart", "app.kubernetes.io/version",
    ];

    /// <summary>Labels that all workloads of a release share.</summary>
    private static readonly string[] Shared = ["app.kubernetes.io/instance", "app.kubernetes.io/part-of", "app.kubernetes.io/managed-by", "release", "heritage"];

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

        CheckSelector(args.PodSelector, problems);
        CheckShare(args, problems);
        CheckEviction(args, problems);
    }

    private static void CheckSelector(Dictionary<string, string>? selector, ProblemList problems)
    {
        if (selector is null or { Count: 0 })
        {
            problems.Add("podSelector", null, "is missing, and an empty selector is every pod of the namespace", Stable);
            return;
        }

        LabelRules.CheckLabels(selector, problems.At("podSelector"));
        foreach (var (key, value) in selector)
        {
            if (Unstable.Contains(key, StringComparer.Ordinal) || key.StartsWith("batch.kubernetes.io/", StringComparison.Ordinal))
            {
                problems.Add($"podSelector[{key}]", value, "changes from release to release or from pod to pod, and the budget would then select nothing", Stable);
            }
            else if (string.IsNullOrEmpty(value))
            {
                problems.Add($"podSelector[{key}]", value, "is empty, and pods hardly carry a label without a value", "write the value as the pods carry it");
            }
        }

        if (selector.Keys.All(key => Shared.Contains(key, StringComparer.Ordinal)))
        {
            problems.Add("podSelector", string.Join(", ", selector.Select(label => $"{label.Key}={label.Value}")), "is shared by every workload of a release, so that one budget would count them all", Stable);
        }
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
