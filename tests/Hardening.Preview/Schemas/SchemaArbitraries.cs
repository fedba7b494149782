using FsCheck;
using FsCheck.Fluent;

namespace Hardening.Preview.Tests.Schemas;

/// <summary>Random schemas, many of them senseless, and random values that meet them in a few names.</summary>
public static class SchemaArbitraries
{
    private static readonly string[] Keywords =
    [
        "\"type\":\"string\"", "\"type\":\"integer\"", "\"type\":\"number\"", "\"type\":\"object\"", "\"type\":\"array\"", "\"type\":7", "\"nullable\":true", "\"minLength\":20", "\"maxLength\":-1",
        "\"minimum\":2", "\"maximum\":1e300", "\"exclusiveMaximum\":true", "\"multipleOf\":0", "\"multipleOf\":0.1", "\"pattern\":\"^(a+)+$\"", "\"pattern\":\"[\"", "\"pattern\":\"(?U)a\"", "\"format\":\"uri\"",
        "\"format\":\"date-time\"", "\"format\":\"hostname\"", "\"format\":\"duration\"", "\"format\":\"mac\"", "\"format\":\"uuid\"", "\"format\":\"ipv6\"", "\"format\":\"email\"", "\"format\":\"byte\"", "\"enum\":[\"hunter3\",1,null,[{}]]",
        "\"enum\":{}", "\"required\":[\"a\",\"z\",7]", "\"uniqueItems\":true", "\"minItems\":2", "\"maxItems\":1", "\"x-kubernetes-list-type\":\"set\"",
        "\"x-kubernetes-list-type\":\"map\",\"x-kubernetes-list-map-keys\":[\"a\",\"b\"]", "\"minProperties\":3", "\"maxProperties\":1", "\"x-kubernetes-int-or-string\":true",
        "\"x-kubernetes-preserve-unknown-fields\":true", "\"x-kubernetes-embedded-resource\":true", "\"additionalProperties\":false", "\"default\":{\"a\":1}", "\"x-kubernetes-validations\":[{\"rule\":\"false\"},7]",
        "\"$ref\":\"#/definitions/D\"",
    ];

    public static Arbitrary<JsonSchema> Schemas() => Schema(3).Select(text => new JsonSchema(text)).ToArbitrary();

    public static Arbitrary<CapturedValue> Tree() => Value(3).ToArbitrary();

    private static Gen<string> Schema(int depth) => Gen.SubListOf(Keywords).Select(static some => some.Take(4)).SelectMany(some => depth == 0
        ? Gen.Constant($"{{{string.Join(',', some)}}}")
        : Gen.SubListOf("properties", "items", "values", "anyOf", "oneOf", "allOf", "not").Select(static nested => nested.Take(2)).SelectMany(nested => Gen.CollectToList(nested, name => Nested(name, depth - 1)))
            .Select(nested => $"{{{string.Join(',', some.Concat(nested))}}}"));

    private static Gen<string> Nested(string name, int depth) => name switch
    {
        "properties" => Schema(depth).SelectMany(a => Schema(depth).Select(b => $"\"properties\":{{\"a\":{a},\"b\":{b}}}")),
        "values" => Schema(depth).Select(values => $"\"additionalProperties\":{values}"),
        "items" or "not" => Schema(depth).Select(schema => $"\"{name}\":{schema}"),
        _ => Schema(depth).SelectMany(a => Schema(depth).Select(b => $"\"{name}\":[{a},{b}]")),
    };

    private static Gen<CapturedValue> Value(int depth) => depth == 0 ? Leaf() : Gen.Frequency(
        (2, Leaf()),
        (1, Gen.ListOf(Value(depth - 1)).Select(static items => CapturedValue.FromItems([.. items.Take(4)]))),
        (3, Gen.SubListOf("a", "b", "c", "apiVersion").SelectMany(names => Gen.CollectToList(names, name => Value(depth - 1).Select(value => new CapturedMember(name, value))))
            .Select(static members => CapturedValue.FromMembers([.. members]))));

    private static Gen<CapturedValue> Leaf() => Gen.OneOf(
        Gen.Elements("", "a", "aaaaaaaaaaaaaaaaaaaaaaaa!", "😀", "\ud800", "http://[", "1h", "::", "2026-01-31T12:00:00Z", "%", "a@b", "-").Select(CapturedValue.FromText),
        Gen.Elements(0d, 1d, -1.5, 1e300, double.NaN, double.PositiveInfinity, 9007199254740993d).Select(CapturedValue.FromNumber),
        Gen.Elements(CapturedValue.True, CapturedValue.Null, CapturedValue.Unknown, CapturedValue.FromText("s").AsSecret(), CapturedValue.FromItems(), CapturedValue.FromMembers()));
}
