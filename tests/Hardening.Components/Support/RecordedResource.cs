using System.Collections.Immutable;
using System.Text.Json;
using Pulumi;

namespace Hardening.Components.Tests.Support;

/// <summary>One resource as an engine would be told about it: inputs from the mocks, the rest from a transformation of the stack.</summary>
internal sealed record RecordedResource(Resource Resource, ResourceOptions Options, string Name, string Type, string? Parent, IReadOnlyList<string> DependsOn)
{
    /// <summary>The serialised inputs; empty for components, which reach the mocks without any.</summary>
    public ImmutableDictionary<string, object> Inputs { get; init; } = ImmutableDictionary<string, object>.Empty;

    /// <summary>The inputs as JSON with sorted keys, so that a test can show what it expects.</summary>
    public string Json(string? member = null) => JsonSerializer.Serialize(Sorted(member is null ? Inputs : Inputs[member]), Options_);

    private static readonly JsonSerializerOptions Options_ = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static object? Sorted(object? value) => value switch
    {
        IReadOnlyDictionary<string, object> map => new SortedDictionary<string, object?>(map.ToDictionary(pair => pair.Key, pair => Sorted(pair.Value)), StringComparer.Ordinal),
        IEnumerable<object> list => list.Select(Sorted).ToList(),
        _ => value,
    };
}
