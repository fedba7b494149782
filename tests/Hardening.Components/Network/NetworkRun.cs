using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using Moq;
using Pulumi;
using Pulumi.Testing;

namespace Hardening.Components.Tests.Network;

/// <summary>The one policy object that creating a component under mocks registered, and nothing else.</summary>
internal static class NetworkRun
{
    /// <summary>The inputs of the only object; null where there is none.</summary>
    public static async Task<JsonObject?> PolicyAsync(Action create)
    {
        var policies = new List<JsonObject>();
        var mocks = new Mock<IMocks>();
        mocks.Setup(mock => mock.NewResourceAsync(It.IsAny<MockResourceArgs>())).ReturnsAsync((MockResourceArgs resource) =>
        {
            if (resource.Type!.StartsWith("kubernetes:", StringComparison.Ordinal))
            {
                lock (policies)
                {
                    policies.Add(ToJson(resource.Inputs).AsObject());
                }
            }

            return (resource.Name + "-id", (object)resource.Inputs);
        });
        await Deployment.TestAsync(mocks.Object, new TestOptions(), create);
        return policies.SingleOrDefault();
    }

    private static JsonNode ToJson(object value) => value switch
    {
        ImmutableDictionary<string, object> map => new JsonObject(map.OrderBy(entry => entry.Key, StringComparer.Ordinal).Select(entry => KeyValuePair.Create(entry.Key, (JsonNode?)ToJson(entry.Value)))),
        ImmutableArray<object> list => new JsonArray([.. list.Select(ToJson)]),
        double number => JsonValue.Create((long)number),
        bool flag => JsonValue.Create(flag),
        string text => JsonValue.Create(text),
        _ => throw new JsonException($"{value.GetType()} is not expected in an input"),
    };
}
