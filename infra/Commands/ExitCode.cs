namespace Hardening.Infra.Commands;

/// <summary>What the process answers with.</summary>
internal static class ExitCode
{
    /// <summary>Done, nothing to say.</summary>
    public const int Done = 0;

    /// <summary>Something would break, differs or has expired.</summary>
    public const int Findings = 1;

    /// <summary>What the user wrote is refused; nothing was written.</summary>
    public const int BadInput = 2;

    /// <summary>The surroundings lack something.</summary>
    public const int Environment = 3;
}
