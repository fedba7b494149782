using Hardening.Components;
using Hardening.Infra.Plans;
using Hardening.Preview;

namespace Hardening.Infra.Reports.DefinitionOfDone.Evidence;

/// <summary>Rotation: workloads that restart when a secret changes, by an annotation.</summary>
internal sealed class RotationEvidence : IDoneEvidence
{
    private const string Checksum = "checksum/sealed-secrets";
    private const string Reloader = "secret.reloader.stakater.com/reload";

    public string Control => Controls.SecretRotation;

    public IEnumerable<DoneLine> Lines(DoneFacts facts)
    {
        var made = facts.MadeBy(SecretRotation.TypeToken).Select(Text).OfType<string>().ToList();
        return [made.Count > 0 ? new DoneLine(null, Control, DoneState.Done, string.Join("; ", made.Concat(Unfollowed(facts.Plan)))) : new DoneLine(null, Control, DoneState.Missing, "no workload restarts when a secret changes", Mend(facts.Plan))];
    }

    /// <summary>The annotation that restarts the workload, without its value, which may be secret; null where there is none.</summary>
    private static string? Text(CapturedResource workload)
    {
        if (workload.Inputs["spec"]?["template"]?["metadata"]?["annotations"]?[Checksum] is not null)
            return $"{EvidenceText.Of(workload)} spec.template.metadata.annotations[{Checksum}]";
        return workload.Inputs["metadata"]?["annotations"]?[Reloader] is not null ? $"{EvidenceText.Of(workload)} metadata.annotations[{Reloader}]" : null;
    }

    /// <summary>Sealed secrets that restart nothing, for a reader to judge: some are read anew whenever they are needed.</summary>
    private static IEnumerable<string> Unfollowed(HardeningPlan plan)
    {
        var followed = (plan.Secrets?.Rotation ?? []).SelectMany(rotation => (rotation.Args.Secrets ?? []).Select(secret => (rotation.Args.Namespace, secret.Name))).ToHashSet();
        return (plan.Secrets?.Bundle.Sealed ?? []).Where(secret => !followed.Contains((secret.Namespace, secret.Name))).Select(secret => $"{secret.Namespace}/{secret.Name} restarts nothing");
    }

    private static string Mend(HardeningPlan plan) =>
        plan.Secrets?.Rotation is { Count: > 0 } ? $"set {PlanSections.Rollout}.{Controls.SecretRotation} to Enforce" : $"write {PlanSections.Secrets}.rotation";
}
