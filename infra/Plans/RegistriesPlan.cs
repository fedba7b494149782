using Hardening.Components;

namespace Hardening.Infra.Plans;

/// <summary>Which registries images may come from.</summary>
/// <param name="Args">The allowlist with its exceptions.</param>
/// <param name="Exclusions">Why each namespace is left alone, in the order of the allowlist's excluded namespaces.</param>
internal sealed record RegistriesPlan(RegistryAllowlistArgs Args, IReadOnlyList<ExemptionArgs> Exclusions);
