using Hardening.Preview.Walk;

namespace Hardening.Preview.Capture;

/// <summary>One resource while the program runs.</summary>
internal sealed class Recording(Resource resource, ResourceArgs args, ResourceOptions options, CapturedResource captured, InputWalk walk, CapturedValue inputs)
{
    public Resource Resource => resource;

    public ResourceArgs Args => args;

    public ResourceOptions Options => options;

    public CapturedResource Captured => captured;

    public InputWalk Walk => walk;

    /// <summary>The inputs; values that are still missing are filled in later.</summary>
    public CapturedValue Inputs => inputs;

    /// <summary>The explicit dependencies, once they are known.</summary>
    public Task<Resource[]> DependsOn { get; init; } = Task.FromResult(Array.Empty<Resource>());

    /// <summary>The id that a read names.</summary>
    public CapturedValue Id { get; init; } = CapturedValue.Null;

    /// <summary>Outputs that the class or the program declares secret whatever the input is.</summary>
    public IReadOnlyList<string> SecretOutputs { get; init; } = [];
}
