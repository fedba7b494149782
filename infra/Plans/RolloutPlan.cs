namespace Hardening.Infra.Plans;

/// <summary>How far each control has been rolled out in this environment.</summary>
/// <param name="Modes">Modes by control; a control that is not here has its first mode.</param>
internal sealed record RolloutPlan(IReadOnlyDictionary<string, string> Modes)
{
    public string ModeOf(string control) => Modes.TryGetValue(control, out var mode) ? mode : Controls.ModesOf(control)[0];
}
