using Hardening.Components;

namespace Hardening.Infra.Plans;

/// <summary>Which registries images may come from.</summary>
/// <param name="Args">The allowlist with its exceptions.</param>
/// <param name="Exemptions">Why anything is left alone.</param>
internal sealed record RegistriesPlan(RegistryAllowlistArgs Args, PolicyExemptions Exemptions);
