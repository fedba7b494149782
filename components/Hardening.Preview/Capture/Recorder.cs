using System.Collections.Immutable;
using Hardening.Preview.Walk;
using Pulumi.Utilities;

namespace Hardening.Preview.Capture;

/// <summary>
/// Sees every resource in the stack's transformations, with the inputs and options that its constructor made of what the program gave, and reads
/// them at once: the program may change its objects afterwards.
/// </summary>
internal sealed class Recorder(CaptureOptions options)
{
    private readonly Lock _gate = new();
    private readonly List<Recording> _recordings = [];
    private readonly Dictionary<string, Recording> _byName = new(StringComparer.Ordinal);

    /// <summary>What the capture noticed; complete after <see cref="FinishAsync"/>.</summary>
    public List<Finding> Warnings { get; } = [];

    public ResourceTransformationResult? Record(ResourceTransformationArgs args)
    {
        var resource = args.Resource;
        var walk = new InputWalk();
        var recording = new Recording(
            resource,
            args.Args,
            args.Options,
            new CapturedResource(resource.GetResourceType(), resource.GetResourceName(), resource.GetType()),
            walk,
            walk.Read(args.Args))
        {
            DependsOn = ExplicitDependenciesAsync(args.Options),
            Id = walk.Read(args.Options.Id),
            SecretOutputs = (args.Options as CustomResourceOptions)?.AdditionalSecretOutputs ?? [],
        };
        lock (_gate)
        {
            _recordings.Add(recording);
            _byName[Key(recording.Captured.Type, recording.Captured.Name)] = recording;
        }

        return null;
    }

    /// <summary>The recording of a resource that the mocks are asked about; the latest one of that type and name.</summary>
    public Recording? Find(string? type, string? name)
    {
        lock (_gate)
        {
            return type is not null && name is not null ? _byName.GetValueOrDefault(Key(type, name)) : null;
        }
    }

    /// <summary>Waits for what is still missing and puts the resources together.</summary>
    public async Task<IReadOnlyList<CapturedResource>> FinishAsync(bool failed)
    {
        var giveUp = failed ? Task.CompletedTask : new TaskCompletionSource().Task;
        Recording[] recordings;
        lock (_gate)
        {
            recordings = [.. _recordings];
        }

        foreach (var recording in recordings)
        {
            if (recording.Walk.IsPending)
            {
                await recording.Walk.CompleteAsync(giveUp);
                recording.Inputs.DropNulls();
            }

            if (!failed && !recording.DependsOn.IsCompleted)
            {
                await recording.DependsOn;
            }
        }

        new ResourceGraph(options, recordings).Complete(Warnings);
        return Array.ConvertAll(recordings, static recording => recording.Captured);
    }

    /// <summary>Plain strings as keys: a dictionary of tuples would be compiled anew in every process.</summary>
    private static string Key(string type, string name) => string.Concat(type, "::", name);

    private static Task<Resource[]> ExplicitDependenciesAsync(ResourceOptions options)
    {
        var value = OutputUtilities.GetValueAsync(((Input<ImmutableArray<Resource>>)options.DependsOn).ToOutput());
        return value.IsCompletedSuccessfully ? Task.FromResult(ToArray(value.Result)) : WaitAsync(value);

        static async Task<Resource[]> WaitAsync(Task<ImmutableArray<Resource>> value) => ToArray(await value);

        static Resource[] ToArray(ImmutableArray<Resource> resources) => resources.IsDefaultOrEmpty ? [] : [.. resources];
    }
}
