using Hardening.Primitives;

namespace Hardening.Components;

/// <summary>What a <see cref="HardenedNamespace"/> will create: the arguments with size, modes and exemptions applied.</summary>
internal sealed class NamespacePlan
{
    public required SortedDictionary<string, string> PodSecurityLabels { get; init; }

    /// <summary>Absent where no LimitRange is created.</summary>
    public LimitNumbers? Container { get; init; }

    public LimitNumbers? Pod { get; init; }

    public LimitNumbers? Claim { get; init; }

    /// <summary>Absent where no ResourceQuota is created.</summary>
    public SortedDictionary<string, Quantity>? Hard { get; init; }

    public bool HasLimitRange => Container is not null;

    /// <summary>Applies size, modes and exemptions; problems go to the list, and what is refused is left out.</summary>
    public static NamespacePlan Resolve(HardenedNamespaceArgs args, ProblemList problems)
    {
        var size = Size(args, problems);
        var podSecurity = PodSecurityRules.Labels(args.PodSecurity ?? new(), args.Cluster, IsExempt(args, NamespaceControl.PodSecurity), problems.At("podSecurity"));
        LimitNumbers? container = null;
        LimitNumbers? pod = null;
        LimitNumbers? claim = null;
        if (IsOn(args.Limits?.Mode, args, NamespaceControl.LimitRange, problems.At("limits")))
        {
            var at = problems.At("limits");
            container = LimitNumbers.Read(args.Limits?.Container, size, at.At("container"));
            LimitRangeRules.CheckContainer(container, at.At("container"));
            CheckNodes(container, args.Cluster, at.At("container"));
            if (args.Limits?.Pod is { } podArgs)
            {
                pod = LimitNumbers.Read(podArgs, null, at.At("pod"));
                LimitRangeRules.CheckPod(pod, podArgs, at.At("pod"));
            }

            if (args.Limits?.PersistentVolumeClaim is { } claimArgs)
            {
                claim = LimitNumbers.Read(claimArgs, null, at.At("persistentVolumeClaim"));
                LimitRangeRules.CheckClaim(claim, claimArgs, at.At("persistentVolumeClaim"));
            }

            if (container.IsEmpty && (pod is null || pod.IsEmpty) && (claim is null || claim.IsEmpty))
            {
                at.Add(string.Empty, null, "nothing is limited", "state at least one number, set mode Off, or add an exemption from limit-range");
            }
        }

        SortedDictionary<string, Quantity>? hard = null;
        if (IsOn(args.Quota?.Mode, args, NamespaceControl.ResourceQuota, problems.At("quota")))
        {
            hard = Quota(args, size, container, problems.At("quota"));
        }

        return new NamespacePlan { PodSecurityLabels = podSecurity, Container = container, Pod = pod, Claim = claim, Hard = hard };
    }

    public static bool IsExempt(HardenedNamespaceArgs args, string control) =>
        args.Exemptions?.Any(exemption => exemption.Control == control) ?? false;

    private static SortedDictionary<string, Quantity> Quota(HardenedNamespaceArgs args, NamespaceSizes size, LimitNumbers? container, ProblemList problems)
    {
        // A size counts the whole namespace; a scoped quota counts a part that only the plan knows.
        var scoped = QuotaScopeRules.IsScoped(args.Quota);
        var before = problems.Count;
        var hard = QuotaRules.Read(args.Quota, scoped ? null : size, problems);
        if (hard.Count == 0 && problems.Count == before)
        {
            problems.Add("hard", null, "nothing is counted", "state at least one key, set mode Off, or add an exemption from resource-quota");
        }

        if (args.Quota is { } quota)
        {
            QuotaScopeRules.Check(quota, hard.Keys, problems);
        }

        QuotaRules.CheckAgainstLimits(hard, container, problems);
        if (ProtectedNamespaces.Reason(args.Name) is { } why && string.IsNullOrWhiteSpace(args.Quota?.Reason))
        {
            problems.Add("reason", null, $"{args.Name} has a quota, and {why}", "write the reason why a quota is right here, set mode Off, or add an exemption from resource-quota");
        }

        return hard;
    }

    private static NamespaceSizes Size(HardenedNamespaceArgs args, ProblemList problems)
    {
        var size = args.Size ?? NamespaceSize.Medium;
        return NamespaceSizes.Of(Choice.Check(size, NamespaceSize.All, problems, "size") ? size : NamespaceSize.Medium);
    }

    private static bool IsOn(string? mode, HardenedNamespaceArgs args, string control, ProblemList problems)
    {
        ModeRules.Check(mode, [Rollout.Off, Rollout.Enforce], "mode", problems);
        if (IsExempt(args, control))
        {
            return false;
        }

        if (mode == Rollout.Off)
        {
            problems.Warn("mode", $"{control} is off for {args.Name}, without an exemption that says why and until when.");
        }

        return mode is null or Rollout.Enforce;
    }

    private static void CheckNodes(LimitNumbers container, ClusterFactsArgs? cluster, ProblemList problems)
    {
        foreach (var (resource, fact, text) in new[] { (ResourceName.Memory, "nodeMemory", cluster?.NodeMemory), (ResourceName.Cpu, "nodeCpu", cluster?.NodeCpu) })
        {
            if (Quantity.TryParse(text, out var node, out _) && container.Max.TryGetValue(resource, out var max) && max > node)
            {
                problems.Add($"max[{resource}]", max.ToString(), $"is more than the largest node has ({node})", $"lower it, or correct cluster.{fact}");
            }
        }
    }
}
