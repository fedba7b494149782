using System.Collections.Immutable;
using Pulumi.Testing;

namespace Pulumi.Tests.Support;

/// <summary>Remembers what arrives and answers with it, or with what the test says.</summary>
internal sealed class RecordingMocks : IMocks
{
    public List<MockResourceArgs> Requests { get; } = [];

    public Func<MockResourceArgs, Task<(string? Id, object State)>> Answer { get; init; }
        = args => Task.FromResult<(string?, object)>(($"{args.Name}-id", args.Inputs));

    public ImmutableDictionary<string, object> InputsOf(string name) => Requests.Single(request => request.Name == name).Inputs;

    public Task<(string? id, object state)> NewResourceAsync(MockResourceArgs args)
    {
        Requests.Add(args);
        return Answer(args);
    }

    public Task<object> CallAsync(MockCallArgs args) => throw new NotSupportedException("No test calls a function of a provider.");
}
