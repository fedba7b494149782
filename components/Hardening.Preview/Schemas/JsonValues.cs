using System.Text.Json;

namespace Hardening.Preview.Schemas;

/// <summary>JSON as captured values. Of a member given twice the last counts, as for the API server.</summary>
internal static class JsonValues
{
    public static CapturedValue Read(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.String => CapturedValue.FromText(json.GetString()!),
        JsonValueKind.Number => CapturedValue.FromNumber(json.GetDouble()),
        JsonValueKind.True => CapturedValue.True,
        JsonValueKind.False => CapturedValue.False,
        JsonValueKind.Array => CapturedValue.FromItems([.. json.EnumerateArray().Select(Read)]),
        JsonValueKind.Object => CapturedValue.FromMembers([.. json.EnumerateObject()
            .GroupBy(static member => member.Name, StringComparer.Ordinal)
            .Select(static same => new CapturedMember(same.Key, Read(same.Last().Value)))]),
        _ => CapturedValue.Null,
    };
}
