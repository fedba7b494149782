namespace Hardening.Preview;

/// <summary>A stack that was run in process: its resources and what went wrong.</summary>
public sealed class CapturedStack
{
    internal CapturedStack(string project, string stack, IReadOnlyList<CapturedResource> resources, IReadOnlyList<Finding> errors, IReadOnlyList<Finding> warnings)
    {
        Project = project;
        Stack = stack;
        Resources = resources;
        Errors = errors;
        Warnings = warnings;
    }

    /// <summary>The project's name.</summary>
    public string Project { get; }

    /// <summary>The stack's name.</summary>
    public string Stack { get; }

    /// <summary>All resources in program order, the stack first; where the program failed, those registered before.</summary>
    public IReadOnlyList<CapturedResource> Resources { get; }

    /// <summary>What made the program fail; empty where it ran to its end. The SDK stops at the first failure of a kind, so that more may follow once these are mended.</summary>
    public IReadOnlyList<Finding> Errors { get; }

    /// <summary>What the capture noticed that the program probably did not mean.</summary>
    public IReadOnlyList<Finding> Warnings { get; }
}
