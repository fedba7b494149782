using System.Collections.Immutable;
using Pulumi.Serialization;

namespace Pulumi.Testing;

public class MockResourceArgs
{
    private readonly ObjectNode? _serialized;
    private ImmutableDictionary<string, object>? _inputs;

    public MockResourceArgs()
    {
    }

    internal MockResourceArgs(ObjectNode inputs) => _serialized = inputs;

    public string? Type { get; set; }

    public string? Name { get; set; }

    // Built when a mock looks: most look at few resources, or at none.
    public ImmutableDictionary<string, object> Inputs
    {
        get => _inputs ??= _serialized?.ToImmutable()!;
        set => _inputs = value;
    }

    public string? Provider { get; set; }

    public string? Id { get; set; }

    /// <summary>True when a mock answers with the inputs that it was given.</summary>
    internal bool IsEcho(object state) => _serialized is not null && ReferenceEquals(state, _serialized.ImmutableOrNull);
}
