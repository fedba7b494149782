namespace Hardening.Components;

/// <summary>What happens to a request where an admission policy cannot be evaluated.</summary>
public static class PolicyFailure
{
    /// <summary>The request is refused.</summary>
    public const string Fail = "Fail";

    /// <summary>The request passes.</summary>
    public const string Ignore = "Ignore";

    /// <summary>Every value, the stricter first.</summary>
    public static IReadOnlyList<string> All { get; } = [Fail, Ignore];
}
