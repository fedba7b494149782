using System.Collections.Immutable;
using System.Text.Json;
using Moq;
using Pulumi;
using Pulumi.Testing;
using Pulumi.Utilities;

namespace Crdgen.Tests.Support;

/// <summary>What a program sees of an object whose state is given as JSON.</summary>
internal static class Returned
{
    /// <param name="state">What the API server returned.</param>
    /// <param name="read">Declares the resource and gives the output that is looked at.</param>
    public static async Task<T> From<T>(string state, Func<Output<T>> read)
    {
        var mocks = new Mock<IMocks>();
        mocks.Setup(mock => mock.NewResourceAsync(It.IsAny<MockResourceArgs>()))
            .Returns(Task.FromResult<(string?, object)>(("id", (ImmutableDictionary<string, object>)Value(JsonDocument.Parse(state).RootElement)!)));
        Output<T>? output = null;
        await Deployment.TestAsync(
            mocks.Object,
            new TestOptions { IsPreview = false },
            () =>
            {
                output = read();
                return Task.CompletedTask;
            });
        return await OutputUtilities.GetValueAsync(output!);
    }

    private static object? Value(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object => json.EnumerateObject().ToImmutableDictionary(member => member.Name, member => Value(member.Value)!, StringComparer.Ordinal),
        JsonValueKind.Array => json.EnumerateArray().Select(item => Value(item)!).ToImmutableArray(),
        JsonValueKind.String => json.GetString(),
        JsonValueKind.Number => json.GetDouble(),
        JsonValueKind.True or JsonValueKind.False => json.GetBoolean(),
        _ => null,
    };
}
