namespace Hardening.Preview;

/// <summary>How a stack is run for capture.</summary>
public sealed class CaptureOptions
{
    /// <summary>The Pulumi project's name; <c>project</c> where nothing is given, as in the SDK's tests.</summary>
    public string Project { get; init; } = "project";

    /// <summary>The stack's name; <c>stack</c> where nothing is given, as in the SDK's tests.</summary>
    public string Stack { get; init; } = "stack";

    /// <summary>The organization's name; <c>organization</c>, the name that Pulumi uses without a cloud, where nothing is given.</summary>
    public string Organization { get; init; } = "organization";

    /// <summary>
    /// The stack's configuration: full keys (<c>project:key</c>) and values as Pulumi hands them to a program; structured values are JSON text.
    /// The environment's own configuration is not read.
    /// </summary>
    public IReadOnlyDictionary<string, string> Config { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Keys of <see cref="Config"/> whose values are secret: no error text holds them.</summary>
    public IReadOnlyCollection<string> SecretKeys { get; init; } = [];

    /// <summary>Whether the program sees a preview (<c>Deployment.Instance.IsDryRun</c>); true by default. In a preview ids are unknown.</summary>
    public bool IsPreview { get; init; } = true;

    /// <summary>What <c>Deployment.Instance.RootDirectory</c> says; the current directory where nothing is given.</summary>
    public string? RootDirectory { get; init; }
}
