using Hardening.Components;

namespace Hardening.Infra.Plans;

/// <summary>A workload that restarts when a secret changes.</summary>
/// <param name="Args">The workload and its secrets.</param>
/// <param name="Path">Where it stands in the plan.</param>
internal sealed record RotationPlan(SecretRotationArgs Args, string Path)
{
    /// <summary>Where an argument stands: the plan writes a secret as its name.</summary>
    public string PlaceOf(string relative)
    {
        if (relative == "mode")
            return $"{PlanSections.Rollout}.{Controls.SecretRotation}";
        var end = relative.StartsWith("secrets[", StringComparison.Ordinal) ? relative.IndexOf(']', StringComparison.Ordinal) + 1 : relative.Length;
        return end == 0 ? Path : $"{Path}.{relative[..end]}";
    }
}
