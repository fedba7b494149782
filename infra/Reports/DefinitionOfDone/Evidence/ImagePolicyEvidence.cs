using System.Globalization;
using Hardening.Components;
using Hardening.Infra.Plans;
using Hardening.Preview;

namespace Hardening.Infra.Reports.DefinitionOfDone.Evidence;

/// <summary>A policy about images that holds in every namespace that it does not leave alone.</summary>
/// <param name="control">The control.</param>
/// <param name="component">The token of the component that makes the policy.</param>
/// <param name="section">The section of the plan that asks for it.</param>
/// <param name="exemptionsOf">What the plan leaves alone; null where it has no such section.</param>
internal sealed class ImagePolicyEvidence(string control, string component, string section, Func<HardeningPlan, PolicyExemptions?> exemptionsOf) : IDoneEvidence
{
    public string Control => control;

    public IEnumerable<DoneLine> Lines(DoneFacts facts)
    {
        var made = facts.MadeBy(component).ToList();
        var policy = PodPolicies.About(made).FirstOrDefault();
        var exemptions = exemptionsOf(facts.Plan);
        var spaces = facts.Plan.Namespaces.Select(space => (string?)space.Name).DefaultIfEmpty(null);
        return spaces.Select(space => policy is null
            ? new DoneLine(space, Control, DoneState.Missing, "no policy judges the images of pods", $"write {section}")
            : Line(facts, policy, made, exemptions, space));
    }

    private DoneLine Line(DoneFacts facts, CapturedResource policy, List<CapturedResource> made, PolicyExemptions? exemptions, string? space)
    {
        if (space is not null && PodPolicies.Speaks(policy, "excluded-namespaces", space))
            return LeftAlone(facts, policy, exemptions, space);
        if (PodPolicies.IsOfKyverno(policy) && KyvernoNamespaces.IsPassedOver(space))
            return new DoneLine(space, Control, DoneState.Missing, $"Kyverno does not look at pods of {space}, whatever {EvidenceText.Of(policy)} says", $"exempt it in {section}.{PolicyExemptions.NamespacesKey}, or write {section}.engine: {PolicyEngine.KubernetesAdmissionPolicy}");
        var exceptions = exemptions?.Exceptions.Where(exception => exception.Args.Namespace == space).ToList() ?? [];
        if (exceptions.Find(exception => Expiry.IsExpired(exception.Args.Expires, facts.AsOf)) is { } expired)
            return new DoneLine(space, Control, DoneState.Missing, EvidenceText.OneLine($"an exception expired on {expired.Args.Expires} ({expired.Args.Owner}: {expired.Args.Reason})"), $"remove or renew {expired.Path}");
        var (holder, field, value) = PodPolicies.Action(policy, made);
        var evidence = EvidenceText.Of(holder, field, value) + string.Concat(exceptions.Select(exception => $"; an exception until {exception.Args.Expires} ({EvidenceText.OneLine(exception.Args.Owner ?? "")})"));
        return PodPolicies.Refuses(value)
            ? new DoneLine(space, Control, DoneState.Done, evidence)
            : new DoneLine(space, Control, DoneState.Watching, evidence, $"set {PlanSections.Rollout}.{Control} to Enforce");
    }

    private DoneLine LeftAlone(DoneFacts facts, CapturedResource policy, PolicyExemptions? exemptions, string space)
    {
        var index = exemptions?.Namespaces?.ToList().IndexOf(space) ?? -1;
        return index < 0
            ? new DoneLine(space, Control, DoneState.Missing, $"{EvidenceText.Of(policy)} leaves it alone, and the plan gives no reason", string.Create(CultureInfo.InvariantCulture, $"write {section}.{PolicyExemptions.NamespacesKey}"))
            : Exemptions.Line(space, Control, exemptions!.Reasons[index], exemptions.PathOf(index), facts.AsOf);
    }
}
