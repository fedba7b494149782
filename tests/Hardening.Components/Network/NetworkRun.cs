using System.Text.Json.Nodes;
using Hardening.Components.Tests.Support;
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
                    policies.Add(SentJson.Of(resource.Inputs).AsObject());
                }
            }

            return (resource.Name + "-id", (object)resource.Inputs);
        });
        await Deployment.TestAsync(mocks.Object, new TestOptions(), create);
        return policies.SingleOrDefault();
    }
}
