namespace Hardening.Components;

/// <summary>What a sync window does.</summary>
public static class GitOpsWindowKind
{
    /// <summary>Syncing is allowed in the window, and at no other time that no other such window has.</summary>
    public const string Allow = "allow";

    /// <summary>Syncing is denied in the window.</summary>
    public const string Deny = "deny";

    /// <summary>Every value.</summary>
    public static IReadOnlyList<string> All { get; } = [Allow, Deny];
}
