using Hardening.Components;

namespace Hardening.Infra.Plans;

/// <summary>What the plan states about the cluster.</summary>
/// <param name="Facts">What components are told.</param>
/// <param name="Nodes">The workers.</param>
/// <param name="MemoryOvercommit">How often the quotas' limits may promise the workers' memory; <c>2</c> by default.</param>
/// <param name="ExternalNamespaces">Namespaces that exist and that the plan does not manage.</param>
/// <param name="CidrGroups">Named lists of addresses.</param>
internal sealed record ClusterPlan(
    ClusterFactsArgs Facts,
    IReadOnlyList<NodePlan> Nodes,
    double MemoryOvercommit,
    IReadOnlyList<string> ExternalNamespaces,
    IReadOnlyList<CidrGroupPlan> CidrGroups);
