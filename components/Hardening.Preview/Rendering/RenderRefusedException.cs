namespace Hardening.Preview;

/// <summary>A tree was not written, and nothing was changed: the stack cannot be rendered in full, or the folder holds files of somebody else.</summary>
public sealed class RenderRefusedException : Exception
{
    /// <summary>Makes the exception.</summary>
    public RenderRefusedException()
    {
    }

    /// <summary>Makes the exception.</summary>
    /// <param name="message">What was refused and what to do.</param>
    public RenderRefusedException(string message)
        : base(message)
    {
    }

    /// <summary>Makes the exception.</summary>
    /// <param name="message">What was refused and what to do.</param>
    /// <param name="innerException">The cause.</param>
    public RenderRefusedException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>What stands in the way within the stack, such as a secret that a manifest would hold; empty where the folder is the reason.</summary>
    public IReadOnlyList<Finding> Findings { get; init; } = [];

    /// <summary>Files in the folder that were not rendered there, relative to it.</summary>
    public IReadOnlyList<string> ForeignFiles { get; init; } = [];
}
