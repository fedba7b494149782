using Hardening.Components;

namespace Hardening.Infra.Plans;

/// <summary>What counts as a pinned image.</summary>
/// <param name="Args">The policy with its exceptions.</param>
/// <param name="Exemptions">Why anything is left alone.</param>
internal sealed record PinningPlan(ImagePinningArgs Args, PolicyExemptions Exemptions);
