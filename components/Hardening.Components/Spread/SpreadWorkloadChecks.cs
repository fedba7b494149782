using System.Globalization;
using Hardening.Primitives;

namespace Hardening.Components;

/// <summary>The checks of one <see cref="SpreadWorkloadArgs"/>.</summary>
internal static class SpreadWorkloadChecks
{
    private const string TaintsVersion = "1.33";

    public static void Check(SpreadWorkloadArgs args, string? delivery, ClusterFactsArgs? cluster, ProblemList problems)
    {
        CheckNames(args, delivery, problems);
        PodLabelRules.Check(args.PodSelector, "each pod would be counted by itself", "the pods of all of them would be spread as one", problems);
        CheckKind(args, delivery, problems);
        CheckReplicas(args, problems);
        if (args.MaxSkew is < 1)
        {
            problems.Add("maxSkew", Text(args.MaxSkew), "is no difference that two nodes can have", "write 1, or more to be laxer");
        }

        CheckHardness(args, cluster, problems);
        CheckMinDomains(args, cluster, problems);
        CheckMatchLabelKeys(args, cluster, problems);
    }

    private static void CheckNames(SpreadWorkloadArgs args, string? delivery, ProblemList problems)
    {
        if (KubernetesName.CheckLabel(args.Namespace) is { } space)
        {
            problems.Add("namespace", args.Namespace, space, "write the namespace of the pods");
        }
        else if (delivery == SpreadDelivery.KyvernoMutatingPolicy && KyvernoNamespaces.IsPassedOver(args.Namespace))
        {
            problems.Add(
                "namespace",
                args.Namespace,
                "is a namespace whose pods Kyverno does not look at",
                $"choose {SpreadDelivery.KubernetesMutatingAdmissionPolicy} or {SpreadDelivery.ServerSideApplyPatch}, or leave the workload out");
        }

        if (KubernetesName.CheckLabel(args.Workload) is { } workload)
        {
            problems.Add("workload", args.Workload, workload, "write the Deployment's or StatefulSet's name");
        }

        if (args.ObjectName is { } name && KubernetesName.CheckSubdomain(name) is { } wrong)
        {
            problems.Add("objectName", name, wrong, "write the name of the object that is patched");
        }
    }

    private static void CheckKind(SpreadWorkloadArgs args, string? delivery, ProblemList problems)
    {
        if (args.Kind is { } kind)
        {
            Choice.Check(kind, SpreadKind.All, problems, "kind");
        }
        else if (delivery == SpreadDelivery.ServerSideApplyPatch)
        {
            problems.Add("kind", null, "is missing, and a patch needs to know what it patches", $"write one of {string.Join(", ", SpreadKind.All)}");
        }
    }

    private static void CheckReplicas(SpreadWorkloadArgs args, ProblemList problems)
    {
        if (args.Replicas is null or < 1)
        {
            problems.Add("replicas", Text(args.Replicas), "the number of replicas decides whether there is anything to spread", "write how many replicas the workload has, or at most has");
        }
        else if (args.Replicas == 1)
        {
            problems.Warn("replicas", $"{args.Workload} has one replica: the constraints have no effect until it has two");
        }
    }

    private static void CheckHardness(SpreadWorkloadArgs args, ClusterFactsArgs? cluster, ProblemList problems)
    {
        if (IsHard(args.WhenUnsatisfiable, "whenUnsatisfiable", problems))
        {
            CheckRoom(args, cluster, cluster?.Nodes, "nodes", "cluster.nodes", problems.At("whenUnsatisfiable"));
        }

        if (IsHard(args.ZoneWhenUnsatisfiable, "zoneWhenUnsatisfiable", problems))
        {
            CheckRoom(args, cluster, SpreadConstraints.HasZones(cluster) ? cluster!.Zones!.Count : null, "zones", "the zone of every node", problems.At("zoneWhenUnsatisfiable"));
        }
    }

    private static bool IsHard(string? value, string path, ProblemList problems) =>
        value is not null && Choice.Check(value, UnsatisfiableSpread.All, problems, path) && value == UnsatisfiableSpread.DoNotSchedule;

    /// <summary>While one domain takes no pod, every other may have as many as the skew; that has to be room for all pods of a rollout.</summary>
    private static void CheckRoom(SpreadWorkloadArgs args, ClusterFactsArgs? cluster, int? domains, string what, string fact, ProblemList problems)
    {
        const string hard = UnsatisfiableSpread.DoNotSchedule;
        if (ClusterFacts.RequiresKubernetes(cluster, TaintsVersion, $"{hard} with nodeTaintsPolicy", string.Empty, hard) is { } old)
        {
            problems.Add(old);
        }

        if (domains is not { } count)
        {
            problems.Add(string.Empty, hard, $"needs to know how many {what} there are", $"state {fact}, or write {UnsatisfiableSpread.ScheduleAnyway}");
        }
        else if (args.Replicas is > 0 && args.MaxSkew is null or > 0)
        {
            var skew = args.MaxSkew ?? 1;
            var pods = SpreadConstraints.PodsAtOnce(args, cluster);
            if ((long)count * skew < pods)
            {
                problems.Add(
                    string.Empty,
                    hard,
                    string.Create(CultureInfo.InvariantCulture, $"{count} {what} have room for {(long)count * skew} pods with maxSkew {skew}, and a rollout has {pods} at once: some would stay Pending"),
                    $"write {UnsatisfiableSpread.ScheduleAnyway}, or raise maxSkew");
            }
        }
    }

    private static void CheckMinDomains(SpreadWorkloadArgs args, ClusterFactsArgs? cluster, ProblemList problems)
    {
        if (args.MinDomains is not { } domains)
        {
            return;
        }

        if (domains < 1)
        {
            problems.Add("minDomains", Text(domains), "is no number of nodes", "write 1 or more, or leave it out");
        }
        else if (args.WhenUnsatisfiable != UnsatisfiableSpread.DoNotSchedule)
        {
            problems.Add("minDomains", Text(domains), $"is accepted by Kubernetes only with {UnsatisfiableSpread.DoNotSchedule}", "leave it out");
        }
        else if (cluster?.Nodes is { } nodes && domains > nodes)
        {
            problems.Add("minDomains", Text(domains), string.Create(CultureInfo.InvariantCulture, $"is more than the {nodes} nodes of the cluster"), "lower it, or leave it out");
        }
    }

    private static void CheckMatchLabelKeys(SpreadWorkloadArgs args, ClusterFactsArgs? cluster, ProblemList problems)
    {
        if (args.MatchLabelKeys is not { Count: > 0 } keys)
        {
            return;
        }

        if (ClusterFacts.RequiresKubernetes(cluster, SpreadConstraints.MatchLabelKeysVersion, "matchLabelKeys", "matchLabelKeys") is { } old)
        {
            problems.Add(old);
        }

        for (var i = 0; i < keys.Count; i++)
        {
            var here = problems.At("matchLabelKeys").At(i);
            if (KubernetesName.CheckLabelKey(keys[i]) is { } wrong)
            {
                here.Add(string.Empty, keys[i], wrong, $"write a label's key, as {SpreadConstraints.RevisionKey}");
            }
            else if (PodLabelRules.IsOfOnePod(keys[i]))
            {
                here.Add(string.Empty, keys[i], "has another value in every pod, so that each would be counted by itself", "remove it");
            }
            else if (args.PodSelector?.ContainsKey(keys[i]) == true)
            {
                here.Add(string.Empty, keys[i], "stands in podSelector too, which Kubernetes refuses", "keep it in one of the two");
            }
            else if (keys.IndexOf(keys[i]) < i)
            {
                here.Add(string.Empty, keys[i], "is listed twice", "remove one of the two");
            }
        }
    }

    private static string? Text(int? number) => number?.ToString(CultureInfo.InvariantCulture);
}
