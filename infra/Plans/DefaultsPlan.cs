using Hardening.Components;

namespace Hardening.Infra.Plans;

/// <summary>What namespaces without a plan are given.</summary>
/// <param name="Args">The defaults.</param>
/// <param name="Exemptions">Why any is left alone.</param>
/// <param name="References">The namespaces and CIDR groups that the egress rules name, each with its place.</param>
internal sealed record DefaultsPlan(NamespaceDefaultsArgs Args, PolicyExemptions Exemptions, IReadOnlyList<PlanReference> References);
