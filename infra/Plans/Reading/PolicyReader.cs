using Hardening.Components;

namespace Hardening.Infra.Plans.Reading;

/// <summary>Reads the egress and ingress policies of one namespace: that of all its pods, and those of single workloads.</summary>
internal sealed class PolicyReader(ClusterFactsArgs facts, string space, NamespaceModes modes, List<PlanReference> references)
{
    private readonly List<EgressPlan> _egress = [];
    private readonly List<IngressPlan> _ingress = [];

    public IReadOnlyList<EgressPlan> Egress => _egress;

    public IReadOnlyList<IngressPlan> Ingress => _ingress;

    /// <summary>Reads what the namespace (no workload) or one workload states.</summary>
    public void Read(PlanObject owner, string? workload, Dictionary<string, string>? pods)
    {
        var wait = owner.Bool("waitForValid") ?? false;
        var direction = ReadEgress(owner, workload, pods, wait) ? "egress" : null;
        direction = ReadIngress(owner, workload, pods, wait) ? direction ?? "ingress" : direction;
        if (direction is not null && workload is not null && pods is null)
            owner.Problems.Add(owner.PathOf("podSelector"), null, "is missing", $"{direction} of one workload needs the labels of its pods, as app.kubernetes.io/name: {workload}");
    }

    private bool ReadEgress(PlanObject owner, string? workload, Dictionary<string, string>? pods, bool wait)
    {
        var rules = EgressReader.ReadRules(owner, references);
        var denies = EgressReader.ReadDenies(owner, references);
        if (rules is null && denies is null)
            return false;
        var args = new EgressPolicyArgs
        {
            Namespace = space,
            PolicyName = workload is null ? null : $"egress-{workload}",
            PodSelector = pods,
            Mode = modes.Of(NamespaceControl.Egress),
            Rules = rules,
            Deny = denies,
            WaitForValid = wait,
            Cluster = facts,
        };
        _egress.Add(new EgressPlan(workload, args, owner.Path, modes.PathOf(NamespaceControl.Egress)));
        return true;
    }

    private bool ReadIngress(PlanObject owner, string? workload, Dictionary<string, string>? pods, bool wait)
    {
        if (IngressReader.ReadRules(owner, references) is not { } rules)
            return false;
        var args = new IngressPolicyArgs
        {
            Namespace = space,
            PolicyName = workload is null ? null : $"ingress-{workload}",
            PodSelector = pods,
            Mode = modes.Of(NamespaceControl.Ingress),
            Rules = rules,
            WaitForValid = wait,
            Cluster = facts,
        };
        _ingress.Add(new IngressPlan(workload, args, owner.Path, modes.PathOf(NamespaceControl.Ingress)));
        return true;
    }
}
