using Hardening.Infra.Plans;

namespace Hardening.Infra.Reports.DefinitionOfDone;

/// <summary>A control of critical workloads: a line for each namespace that has some.</summary>
internal abstract class CriticalEvidence(string control) : IDoneEvidence
{
    public string Control => control;

    public IEnumerable<DoneLine> Lines(DoneFacts facts)
    {
        var lines = facts.Plan.Namespaces.Where(space => space.Critical.Count > 0).Select(space => Line(facts, space)).ToList();
        return lines.Count > 0 ? lines : [new DoneLine(null, Control, DoneState.Missing, "the plan calls no workload critical", $"write critical: true at {PlanSections.Namespaces}[].workloads[]")];
    }

    /// <summary>What satisfies the control for a workload of several replicas; null where nothing does.</summary>
    protected abstract string? Find(DoneFacts facts, NamespacePlan space, CriticalWorkload workload);

    /// <summary>What is missing for workloads, and the key that mends it.</summary>
    protected abstract (string What, string Mend) Gap(DoneFacts facts, NamespacePlan space, string workloads);

    /// <summary>The section about spreading states replicas too.</summary>
    private static bool IsSingle(DoneFacts facts, NamespacePlan space, CriticalWorkload workload) =>
        workload.IsSingle || (workload.Replicas is null && facts.Plan.Spread?.Workloads?.Find(spread => spread.Namespace == space.Name && spread.Workload == workload.Name) is { Replicas: 1 });

    private DoneLine Line(DoneFacts facts, NamespacePlan space)
    {
        var single = space.Critical.Where(workload => IsSingle(facts, space, workload)).Select(workload => workload.Name).ToList();
        var several = space.Critical.Where(workload => !IsSingle(facts, space, workload)).Select(workload => (workload.Name, Found: Find(facts, space, workload))).ToList();
        if (several.Exists(workload => workload.Found is null))
        {
            var (what, mend) = Gap(facts, space, EvidenceText.And([.. several.Where(workload => workload.Found is null).Select(workload => workload.Name)]));
            return new DoneLine(space.Name, Control, DoneState.Missing, what, mend);
        }

        var alone = single.Count == 0 ? "" : $"{EvidenceText.And(single)}: one replica{(single.Count > 1 ? " each" : "")}";
        var evidence = several.Select(workload => $"{workload.Name}: {workload.Found}").Concat(alone.Length > 0 ? [alone] : []);
        return new DoneLine(space.Name, Control, several.Count > 0 ? DoneState.Done : DoneState.NotApplicable, string.Join("; ", evidence));
    }
}
