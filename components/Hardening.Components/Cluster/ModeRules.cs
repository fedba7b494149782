namespace Hardening.Components;

/// <summary>Refuses a mode that a control does not have; every control has a default.</summary>
internal static class ModeRules
{
    public static void Check(string? mode, IReadOnlyList<string> modes, string path, ProblemList problems)
    {
        if (mode is not null)
        {
            Choice.Check(mode, modes, problems, path);
        }
    }
}
