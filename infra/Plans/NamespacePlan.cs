using Hardening.Components;
using Hardening.Infra.Plans.Reading;

namespace Hardening.Infra.Plans;

/// <summary>One namespace of the plan.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Args">Quotas, limits, Pod Security and labels.</param>
/// <param name="Egress">Its egress policies; none where it is exempt from egress.</param>
/// <param name="Workloads">The workloads that the plan names in it.</param>
/// <param name="References">The other namespaces and CIDR groups that its rules name, each with its place.</param>
/// <param name="Path">Its place in the plan.</param>
internal sealed record NamespacePlan(
    string Name,
    HardenedNamespaceArgs Args,
    IReadOnlyList<EgressPlan> Egress,
    IReadOnlyList<string> Workloads,
    IReadOnlyList<PlanReference> References,
    string Path)
{
    /// <summary>Its ingress policies; none where it is exempt from ingress, and where the plan does not restrict ingress anywhere.</summary>
    public IReadOnlyList<IngressPlan> Ingress { get; init; } = [];

    /// <summary>The modes of its controls; null in a plan that was not read from anywhere.</summary>
    public NamespaceModes? Modes { get; init; }

    /// <summary>Those workloads that the plan calls critical.</summary>
    public IReadOnlyList<CriticalWorkload> Critical { get; init; } = [];

    /// <summary>The security contexts of those workloads that state one.</summary>
    public IReadOnlyList<SecurityPlan> Security { get; init; } = [];

    /// <summary>The images of those workloads that state theirs.</summary>
    public IReadOnlyList<ImagesPlan> Images { get; init; } = [];

    /// <summary>Whether the plan exempts the namespace from a control.</summary>
    public bool IsExempt(string control) => Args.Exemptions?.Exists(exemption => exemption.Control == control) == true;
}
