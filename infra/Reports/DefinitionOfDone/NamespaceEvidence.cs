using System.Globalization;
using Hardening.Infra.Plans;

namespace Hardening.Infra.Reports.DefinitionOfDone;

/// <summary>A control that every namespace of the plan has, or is exempt from. Namespaces that the plan says somebody else manages have nothing here that shows it.</summary>
internal abstract class NamespaceEvidence(string control) : IDoneEvidence
{
    public string Control => control;

    public IEnumerable<DoneLine> Lines(DoneFacts facts) => facts.Plan.Namespaces.Count == 0
        ? [new DoneLine(null, Control, DoneState.Missing, "the plan manages no namespace", $"list them below {PlanSections.Namespaces}")]
        : facts.Plan.Namespaces.Select(space => Exemption(facts, space) ?? Line(facts, space)).Concat(facts.Plan.Cluster.ExternalNamespaces.Select(External));

    /// <summary>The line of a namespace that is not exempt.</summary>
    protected abstract DoneLine Line(DoneFacts facts, NamespacePlan space);

    protected DoneLine Done(NamespacePlan space, string evidence) => new(space.Name, Control, DoneState.Done, evidence);

    /// <summary>An object is there and does not enforce.</summary>
    protected DoneLine Watching(NamespacePlan space, string evidence) => new(space.Name, Control, DoneState.Watching, evidence, $"set {ModePath(space)} to Enforce");

    /// <summary>Nothing satisfies the control: because it is off, or because a key is missing.</summary>
    /// <param name="space">The namespace.</param>
    /// <param name="what">What is missing.</param>
    /// <param name="key">The namespace's key that mends it where the control is not off.</param>
    protected DoneLine Missing(NamespacePlan space, string what, string key) =>
        new(space.Name, Control, DoneState.Missing, what, space.Modes?.Of(Control) == Components.Rollout.Off ? $"set {ModePath(space)} to Enforce" : $"write {space.Path}.{key}");

    private DoneLine External(string space) =>
        new(space, Control, DoneState.Missing, $"the plan does not manage {space}, and nothing here shows it", $"move it from {PlanSections.Cluster}.externalNamespaces to {PlanSections.Namespaces}, with adopt: true and the exemptions that it needs");

    private string ModePath(NamespacePlan space) => space.Modes?.PathOf(Control) ?? $"{PlanSections.Rollout}.{Control}";

    private DoneLine? Exemption(DoneFacts facts, NamespacePlan space)
    {
        var index = space.Args.Exemptions?.FindIndex(exemption => exemption.Control == Control) ?? -1;
        return index < 0
            ? null
            : Exemptions.Line(space.Name, Control, space.Args.Exemptions![index], string.Create(CultureInfo.InvariantCulture, $"{space.Path}.exemptions[{index}]"), facts.AsOf);
    }
}
