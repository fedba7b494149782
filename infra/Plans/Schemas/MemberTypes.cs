using System.Text.Json.Nodes;

namespace Hardening.Infra.Plans.Schemas;

/// <summary>What each kind of member is in a schema. A value that readers take is never refused here.</summary>
internal static class MemberTypes
{
    /// <summary>Numbers with dots, then whatever a pre-release or build may be called.</summary>
    private const string Version = "^v?[0-9]{1,9}(\\.[0-9]{1,9}){0,2}([-+].+)?$";

    /// <summary>A day, alone or as engines hand it over.</summary>
    private const string Day = "^[0-9]{4}-[0-9]{2}-[0-9]{2}(T00:00:00Z| 00:00:00 \\+0000 UTC)?$";

    public static JsonObject Of(MemberShape member) => member.Kind switch
    {
        MemberKind.TextOrEmpty => new JsonObject { ["type"] = "string" },
        MemberKind.Leaf => Leaf(),
        MemberKind.Leaves => new JsonObject { ["type"] = "array", ["items"] = Leaf() },
        MemberKind.Secret => Secret(),
        MemberKind.SecretMap => Map(Secret()),
        MemberKind.Version => new JsonObject { ["type"] = "string", ["pattern"] = Version },
        MemberKind.Day => new JsonObject { ["type"] = "string", ["pattern"] = Day },
        MemberKind.Integer => Bounded("integer", member),
        MemberKind.Number => Bounded("number", member),
        MemberKind.Bool => new JsonObject { ["type"] = "boolean" },
        MemberKind.TextOrInteger => NotEmpty(TextOrInteger()),
        MemberKind.Texts => new JsonObject { ["type"] = "array", ["items"] = member.Choices is null ? new JsonObject { ["type"] = "string" } : Choice(member.Choices) },
        MemberKind.TextsOrIntegers => new JsonObject { ["type"] = "array", ["items"] = TextOrInteger() },
        MemberKind.TextMap => Map(new JsonObject { ["type"] = "string" }),
        MemberKind.QuantityMap => Map(new JsonObject { ["type"] = new JsonArray("string", "number") }),
        _ => member.Choices is null ? new JsonObject { ["type"] = "string", ["minLength"] = 1 } : Choice(member.Choices),
    };

    /// <summary>A section may also be a text that holds it as JSON, as <c>pulumi config set</c> writes it.</summary>
    public static JsonObject InText(JsonObject value, bool allowed, string opening)
    {
        if (!allowed)
            return value;
        value["type"] = new JsonArray(value["type"]!.DeepClone(), "string");
        value["pattern"] = $"^\\s*\\{opening}";
        return value;
    }

    private static JsonObject Leaf() => new()
    {
        ["anyOf"] = new JsonArray(
            new JsonObject { ["type"] = "string", ["minLength"] = 1 },
            Holder("secure", "Encrypted by pulumi config set --secret.")),
    };

    /// <summary>Never plain text.</summary>
    private static JsonObject Secret() => new()
    {
        ["anyOf"] = new JsonArray(
            Holder("secure", "Encrypted by pulumi config set --secret."),
            Holder("environment", "The name of an environment variable that holds it.", "^[A-Za-z_][A-Za-z0-9_]*$")),
    };

    private static JsonObject Holder(string key, string description, string? pattern = null) => new()
    {
        ["description"] = description,
        ["type"] = "object",
        ["required"] = new JsonArray(key),
        ["properties"] = new JsonObject { [key] = pattern is null ? new JsonObject { ["type"] = "string" } : new JsonObject { ["type"] = "string", ["pattern"] = pattern } },
        ["additionalProperties"] = false,
    };

    /// <summary>A mapping with the one key <c>secure</c> is an encrypted value, which is no mapping.</summary>
    private static JsonObject Map(JsonObject values) => new()
    {
        ["type"] = "object",
        ["not"] = new JsonObject { ["required"] = new JsonArray("secure"), ["maxProperties"] = 1 },
        ["additionalProperties"] = values,
    };

    /// <summary>The bounds hold for whole numbers alone.</summary>
    private static JsonObject TextOrInteger() => new() { ["type"] = new JsonArray("string", "integer"), ["minimum"] = int.MinValue, ["maximum"] = int.MaxValue };

    private static JsonObject NotEmpty(JsonObject text)
    {
        text["minLength"] = 1;
        return text;
    }

    private static JsonObject Choice(IReadOnlyList<string> choices) => new() { ["type"] = "string", ["enum"] = new JsonArray([.. choices.Select(choice => JsonValue.Create(choice))]) };

    private static JsonObject Bounded(string type, MemberShape member)
    {
        var value = new JsonObject { ["type"] = type };
        if (member.Min is { } min)
            value[member.IsExclusive ? "exclusiveMinimum" : "minimum"] = min;
        if (member.Max is { } max)
            value[member.IsExclusive ? "exclusiveMaximum" : "maximum"] = max;
        return value;
    }
}
