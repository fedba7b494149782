namespace Hardening.Components;

/// <summary>Where the check of one value reports to. A secret value never gets into a message.</summary>
internal readonly record struct LeafReport(ProblemList Problems, string Path, bool IsSecret)
{
    public void Refuse(string value, string message, string fix) => Problems.Add(Path, IsSecret ? null : value, message, fix);

    public void Warn(string message) => Problems.Warn(Path, message);
}
