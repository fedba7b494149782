using System.Collections.Immutable;
using Pulumi.Testing;
using Pulumi.Utilities;

namespace Hardening.Preview.Capture;

/// <summary>
/// Answers each registration with the resource's own inputs, so that what another resource takes from an output is there and stays secret. Where
/// outputs are secret whatever their input is, the answer is put together from what the SDK sent, which has no marks, and those that the walk found.
/// </summary>
internal sealed class EchoMocks(Recorder recorder, bool isPreview) : IMocks
{
    public Task<(string? id, object state)> NewResourceAsync(MockResourceArgs args)
    {
        var id = args.Id is { Length: > 0 } existing ? existing : isPreview ? null : $"{args.Name}-id";
        if (recorder.Find(args.Type, args.Name) is not { } recording)
        {
            return Task.FromResult<(string?, object)>((id, args.Inputs));
        }

        // The SDK reads the args once more and keeps their marks; the offline runtime recognises them and has nothing to convert.
        return recording.SecretOutputs.Count == 0
            ? Task.FromResult<(string?, object)>((id, recording.Args))
            : MarkedAsync(id, args, recording);
    }

    public Task<object> CallAsync(MockCallArgs args) => Task.FromResult<object>(args.Args);

    private static async Task<(string? Id, object State)> MarkedAsync(string? id, MockResourceArgs args, Recording recording)
    {
        if (recording.Walk.IsPending)
        {
            await recording.Walk.CompleteAsync(new TaskCompletionSource().Task);
        }

        return (id, Marked(args.Inputs, recording));
    }

    private static ImmutableDictionary<string, object> Marked(ImmutableDictionary<string, object> inputs, Recording recording)
    {
        var state = inputs.ToBuilder();
        foreach (var (name, value) in recording.Inputs.Members)
        {
            // A property with an unknown in it is not among the inputs and stays absent: in a preview that makes the output unknown.
            if (inputs.ContainsKey(name) && value.ContainsSecret())
            {
                state[name] = ToState(value)!;
            }
        }

        foreach (var name in recording.SecretOutputs)
        {
            if (inputs.TryGetValue(name, out var value))
            {
                state[name] = Output.CreateSecret(value);
            }
        }

        return state.ToImmutable();
    }

    private static object? ToState(CapturedValue value)
    {
        object? plain = value.Kind switch
        {
            CapturedKind.Text => value.Text,
            CapturedKind.Number => value.Number,
            CapturedKind.Boolean => value.Boolean,
            CapturedKind.List => value.Items.Select(ToState).ToImmutableArray(),
            CapturedKind.Map => value.Members.ToImmutableDictionary(static member => member.Name, static member => ToState(member.Value), StringComparer.Ordinal),
            CapturedKind.Unknown => OutputUtilities.CreateUnknown<object?>((object?)null),
            _ => null,
        };
        return value.IsSecret ? Output.CreateSecret(plain) : plain;
    }
}
