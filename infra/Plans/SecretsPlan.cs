using Hardening.Components;

namespace Hardening.Infra.Plans;

/// <summary>The secrets of a plan.</summary>
/// <param name="Bundle">Those that are sealed, and those that something else makes.</param>
/// <param name="Rotation">Who restarts when one changes.</param>
internal sealed record SecretsPlan(SealedSecretBundleArgs Bundle, IReadOnlyList<RotationPlan> Rotation);
