namespace Hardening.Infra.Plans.Reading;

/// <summary>Reads <c>hardening:rollout</c> and the modes of single namespaces.</summary>
internal static class RolloutReader
{
    public static RolloutPlan Read(PlanObject? section) =>
        new(section is null ? new Dictionary<string, string>(StringComparer.Ordinal) : ReadModes(section, Controls.All));

    /// <summary>Reads a mapping of controls to modes; each control has its own modes.</summary>
    public static Dictionary<string, string> ReadModes(PlanObject modes, IReadOnlyList<string> controls)
    {
        var read = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var control in controls)
        {
            if (modes.OneOf(control, Controls.ModesOf(control)) is { } mode)
                read[control] = mode;
        }

        modes.Done();
        return read;
    }
}
