namespace Hardening.Preview;

/// <summary>The ids of findings: stable, so that a pipeline may select by them.</summary>
public static class FindingIds
{
    /// <summary>The program threw or logged an error.</summary>
    public const string ProgramFailed = "program.failed";

    /// <summary>An input member that the SDK drops without a word.</summary>
    public const string InputDropped = "input.dropped";

    /// <summary>Two resources of the stack write the same object.</summary>
    public const string DuplicateObject = "kubernetes.duplicate";

    /// <summary>The stack has nothing to render.</summary>
    public const string RenderEmpty = "render.empty";

    /// <summary>A resource that is no Kubernetes object and so has no manifest.</summary>
    public const string RenderLeftOut = "render.left-out";

    /// <summary>An object without a name that is known before the deployment.</summary>
    public const string RenderNoName = "render.no-name";

    /// <summary>A manifest that would hold a secret.</summary>
    public const string RenderSecret = "render.secret";

    /// <summary>A manifest that would hold a value not known before the deployment.</summary>
    public const string RenderUnknown = "render.unknown";
}
