namespace Hardening.Infra;

/// <summary>The surroundings lack something: a file, a folder, a tool. Exit code 3.</summary>
internal sealed class EnvironmentException(string message, string fix) : Exception(message)
{
    /// <summary>The command or step that mends it.</summary>
    public string Fix { get; } = fix;
}
