using System.Text.Json;
using System.Text.Json.Nodes;

namespace Hardening.Infra.Tests.Audit;

/// <summary>Recorded objects that the tests put together.</summary>
internal static class Recording
{
    /// <summary>A list as kubectl prints it.</summary>
    public static string List(params JsonObject[] items) => new JsonObject { ["apiVersion"] = "v1", ["kind"] = "List", ["items"] = new JsonArray([.. items.Select(item => item.DeepClone())]) }.ToJsonString();

    public static JsonObject Pod(string name, string image, string? owner = null, string? more = null) => Object("Pod", name, Spec(image, more), owner);

    /// <summary>A controller with one template; <paramref name="spec"/> are the other members of its spec, as JSON.</summary>
    public static JsonObject Controller(string kind, string name, string image, string spec = "", string? owner = null)
    {
        var template = $$"""{ "template": { "metadata": { "labels": { "app": "{{name}}" } }, "spec": {{Spec(image, null).ToJsonString()}} } }""";
        var json = kind == "CronJob" ? $$"""{ "jobTemplate": { "spec": {{template}} } {{spec}} }""" : $$"""{{template.TrimEnd()[..^1]}} {{spec}} }""";
        return Object(kind, name, JsonNode.Parse(json)!.AsObject(), owner);
    }

    public static JsonObject With(this JsonObject item, string path, JsonNode value)
    {
        var names = path.Split('.');
        var at = item;
        foreach (var name in names[..^1])
            at = (at[name] ??= new JsonObject()).AsObject();
        at[names[^1]] = value;
        return item;
    }

    private static JsonObject Spec(string image, string? more) =>
        JsonNode.Parse($$"""{ "containers": [{ "name": "main", "image": {{JsonSerializer.Serialize(image)}} {{more}} }] }""")!.AsObject();

    private static JsonObject Object(string kind, string name, JsonObject spec, string? owner)
    {
        var metadata = new JsonObject { ["name"] = name, ["namespace"] = "shop", ["labels"] = new JsonObject { ["app"] = "web" } };
        if (owner?.Split('/') is [var ownerKind, var ownerName])
            metadata["ownerReferences"] = new JsonArray(new JsonObject { ["kind"] = ownerKind, ["name"] = ownerName, ["controller"] = true });
        return new JsonObject { ["kind"] = kind, ["metadata"] = metadata, ["spec"] = spec };
    }
}
