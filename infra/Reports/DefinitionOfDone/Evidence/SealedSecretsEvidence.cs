using Hardening.Components;
using Hardening.Infra.Plans;
using Hardening.Preview;

namespace Hardening.Infra.Reports.DefinitionOfDone.Evidence;

/// <summary>Sealed secrets: what is sensitive is encrypted, and nothing of the stack is a plain Secret.</summary>
internal sealed class SealedSecretsEvidence : IDoneEvidence
{
    public string Control => Controls.SealedSecrets;

    public IEnumerable<DoneLine> Lines(DoneFacts facts)
    {
        if (facts.All("Secret").FirstOrDefault() is { } plain)
            return [new DoneLine(null, Control, DoneState.Missing, $"{EvidenceText.Of(plain)} is not sealed", $"seal it in {PlanSections.Secrets}.sealed")];
        var made = facts.MadeBy(SealedSecretBundle.TypeToken).Where(secret => secret.Kind == "SealedSecret" && secret.Inputs["spec"]?["encryptedData"] is { Members.Count: > 0 }).ToList();
        if (made.Count == 0)
            return [new DoneLine(null, Control, DoneState.Missing, "no secret is sealed", Mend(facts.Plan))];
        var external = (facts.Plan.Secrets?.Bundle.External ?? []).Select(secret => EvidenceText.OneLine($"{secret.Namespace}/{secret.Name} is external: {secret.Reason}"));
        return [new DoneLine(null, Control, DoneState.Done, string.Join("; ", made.Select(Text).Concat(external)))];
    }

    private static string Text(CapturedResource secret) => $"{EvidenceText.Of(secret)} spec.encryptedData: {EvidenceText.And([.. secret.Inputs["spec"]!["encryptedData"]!.Members.Select(member => member.Name)])}";

    private static string Mend(HardeningPlan plan) =>
        plan.Secrets?.Bundle.Sealed is { Count: > 0 } ? $"set {PlanSections.Rollout}.{Controls.SealedSecrets} to Enforce" : $"write {PlanSections.Secrets}.sealed";
}
