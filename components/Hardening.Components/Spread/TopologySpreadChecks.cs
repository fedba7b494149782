namespace Hardening.Components;

/// <summary>The checks of <see cref="TopologySpreadArgs"/>.</summary>
internal static class TopologySpreadChecks
{
    private static readonly string[] Modes = [Rollout.Off, Rollout.Enforce];

    public static void Check(TopologySpreadArgs args, ProblemList problems)
    {
        ModeRules.Check(args.Mode, Modes, "mode", problems);
        if (Choice.Check(args.Delivery, SpreadDelivery.All, problems, "delivery"))
        {
            CheckDelivery(args.Delivery!, args.Cluster, problems);
        }

        PodPolicyRules.CheckPolicyName(args.PolicyName, TopologySpreadArgs.DefaultPolicyName, problems);
        CheckFailurePolicy(args.FailurePolicy, problems);
        if (args.Workloads is not { Count: > 0 } workloads)
        {
            problems.Add("workloads", null, "no workload is listed", "list those that have to outlive a node");
            return;
        }

        if (args.Cluster?.Zones is null)
        {
            problems.Warn("workloads", "the zones of the nodes are not known (label topology.kubernetes.io/zone; an empty list where they have none): pods are spread over nodes alone");
        }

        for (var i = 0; i < workloads.Count; i++)
        {
            SpreadWorkloadChecks.Check(workloads[i], args.Delivery, args.Cluster, problems.At("workloads").At(i));
            CheckEarlier(workloads, i, problems);
        }
    }

    private static void CheckDelivery(string delivery, ClusterFactsArgs? cluster, ProblemList problems)
    {
        var missing = delivery switch
        {
            SpreadDelivery.KyvernoMutatingPolicy => ClusterFacts.RequiresKyverno(cluster, "1.17", "MutatingPolicy of policies.kyverno.io/v1", "delivery", delivery),
            SpreadDelivery.KubernetesMutatingAdmissionPolicy => ClusterFacts.RequiresKubernetes(cluster, "1.36", "MutatingAdmissionPolicy of admissionregistration.k8s.io/v1", "delivery", delivery),
            _ => null,
        };
        if (missing is not null)
        {
            problems.Add(missing);
        }

        if (delivery == SpreadDelivery.ServerSideApplyPatch)
        {
            problems.Warn("delivery", "the pods of every workload restart once, and a GitOps tool that keeps these objects as Git has them shows the patches as drift or takes them back");
        }
    }

    private static void CheckFailurePolicy(string? failurePolicy, ProblemList problems)
    {
        if (failurePolicy is not null && Choice.Check(failurePolicy, PolicyFailure.All, problems, "failurePolicy") && failurePolicy == PolicyFailure.Fail)
        {
            problems.Warn("failurePolicy", "pods of these workloads are refused while the policy cannot be evaluated; leave failurePolicy out to let them start without constraints");
        }
    }

    /// <summary>A pod gets the constraints of one workload: two that may share pods leave it to their order which.</summary>
    private static void CheckEarlier(List<SpreadWorkloadArgs> workloads, int index, ProblemList problems)
    {
        var workload = workloads[index];
        var here = problems.At("workloads").At(index);
        for (var i = 0; i < index; i++)
        {
            var earlier = workloads[i];
            if (earlier.Namespace != workload.Namespace || workload.Namespace is null)
            {
                continue;
            }

            if (earlier.Workload == workload.Workload)
            {
                here.Add("workload", workload.Workload, $"is that of workloads[{i}] too", "keep one of them");
                return;
            }

            if (earlier.PodSelector is { Count: > 0 } && workload.PodSelector is { Count: > 0 } && LabelChecks.MayOverlap(earlier.PodSelector, workload.PodSelector))
            {
                here.Add("podSelector", null, $"may select pods of workloads[{i}] too, and only one of them can spread a pod", "give both a label with different values, such as app.kubernetes.io/component");
                return;
            }
        }
    }
}
