using System.Text.Json;

namespace Hardening.Preview.Tests.Support;

/// <summary>Captured values, resources and stacks without running a program.</summary>
public static class Objects
{
    /// <summary>A value from JSON; <c>"?"</c> is unknown, and a text that starts with <c>!</c> is secret.</summary>
    public static CapturedValue Value(string json) => Value(JsonDocument.Parse(json).RootElement);

    public static CapturedResource Resource(string json, string name = "thing", Action<CapturedResource>? change = null)
    {
        var inputs = Value(json);
        var resource = new CapturedResource($"kubernetes:{inputs["apiVersion"]?.Text}:{inputs["kind"]?.Text}", name, typeof(Objects))
        {
            Inputs = inputs,
            Urn = "urn:pulumi:dev::tests::" + name,
        };
        change?.Invoke(resource);
        return resource;
    }

    public static CapturedStack Stack(params CapturedResource[] resources) => new("tests", "dev", resources, [], []);

    private static CapturedValue Value(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.String when json.GetString() == "?" => CapturedValue.Unknown,
        JsonValueKind.String when json.GetString()!.StartsWith('!') => CapturedValue.FromText(json.GetString()![1..]).AsSecret(),
        JsonValueKind.String => CapturedValue.FromText(json.GetString()!),
        JsonValueKind.Number => CapturedValue.FromNumber(json.GetDouble()),
        JsonValueKind.True => CapturedValue.True,
        JsonValueKind.False => CapturedValue.False,
        JsonValueKind.Array => CapturedValue.FromItems([.. json.EnumerateArray().Select(Value)]),
        JsonValueKind.Object => CapturedValue.FromMembers([.. json.EnumerateObject().Select(member => new CapturedMember(member.Name, Value(member.Value)))]),
        _ => CapturedValue.Null,
    };
}
