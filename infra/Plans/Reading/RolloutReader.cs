namespace Hardening.Infra.Plans.Reading;

/// <summary>Reads <c>hardening:rollout</c> and the modes of single namespaces.</summary>
internal static class RolloutReader
{
    /// <summary>Reads the section. One that is there names every control, so that none falls back to watching because somebody forgot a line.</summary>
    public static RolloutPlan Read(PlanObject? section)
    {
        if (section is null)
            return new RolloutPlan(new Dictionary<string, string>(StringComparer.Ordinal));
        foreach (var control in Controls.All)
            section.Require(control, $"write one of {string.Join(", ", Controls.ModesOf(control))}");
        return new RolloutPlan(ReadModes(section, Controls.All));
    }

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
