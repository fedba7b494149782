using System.Text.Json;
using System.Text.Json.Nodes;

namespace Hardening.Components.Tests.Workloads;

/// <summary>Draws pods that keep to a profile or nearly so, the same ones each time.</summary>
internal static class RandomPods
{
    public static IReadOnlyList<JsonElement> Draw(int count)
    {
        var random = new Random(20261122);
        return [.. Enumerable.Range(0, count).Select(_ => JsonSerializer.SerializeToElement(Pod(random)))];
    }

    private static JsonObject Pod(Random random)
    {
        var pod = new JsonObject { ["containers"] = Containers(random, "c", random.Next(1, 3)) };
        if (random.Next(3) == 0)
        {
            pod["initContainers"] = Containers(random, "i", 1);
        }

        if (random.Next(2) == 0)
        {
            pod["securityContext"] = Context(random, ofPod: true);
        }

        if (random.Next(8) == 0)
        {
            pod["hostPID"] = random.Next(2) == 0;
        }

        if (random.Next(4) == 0)
        {
            pod["volumes"] = new JsonArray(new JsonObject { ["name"] = "v", [random.Next(3) == 0 ? "hostPath" : "emptyDir"] = new JsonObject() });
        }

        return pod;
    }

    private static JsonArray Containers(Random random, string name, int count) =>
        [.. Enumerable.Range(0, count).Select(i => new JsonObject { ["name"] = $"{name}{i}", ["securityContext"] = Context(random, ofPod: false) })];

    private static JsonObject Context(Random random, bool ofPod)
    {
        var context = new JsonObject();
        Maybe("runAsNonRoot", 5, () => random.Next(6) > 0);
        Maybe("runAsUser", 5, () => new[] { 65532, 65532, 65532, 1000, 0 }[random.Next(5)]);
        Maybe("seccompProfile", 5, () => new JsonObject { ["type"] = new[] { "RuntimeDefault", "RuntimeDefault", "Localhost", "Unconfined" }[random.Next(4)] });
        if (ofPod)
        {
            return context;
        }

        Maybe("privileged", 2, () => random.Next(3) == 0);
        Maybe("allowPrivilegeEscalation", 10, () => random.Next(8) == 0);
        Maybe("readOnlyRootFilesystem", 10, () => random.Next(8) > 0);
        Maybe("capabilities", 12, () => new JsonObject
        {
            ["drop"] = new JsonArray(random.Next(8) > 0 ? "ALL" : "NET_RAW"),
            ["add"] = random.Next(4) == 0 ? new JsonArray(random.Next(2) == 0 ? "NET_BIND_SERVICE" : "SYS_ADMIN") : new JsonArray(),
        });
        return context;

        void Maybe(string name, int often, Func<JsonNode> value)
        {
            if (random.Next(often) > 0)
            {
                context[name] = value();
            }
        }
    }
}
