using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;

namespace Crdgen.Tests.Model;

/// <summary>Random schemas of all constructs, as JSON.</summary>
public static class SchemaArbitraries
{
    private static readonly string[] Names = ["a", "A", "b", "spec", "thing", "thingSpec", "foo-bar", "fooBar", "FooBar", "$ref", "1", "-", "equals", "extra", "addMembers", "class", "items", "größe", "id", "metadata", "status"];

    private static readonly string[] Values = ["\"x\"", "\"\"", "\"*\"", "\"A b\"", "\"</c>\\\"\\\\ \\u2028*/\"", "1", "-1", "1.5", "1e400", "99999999999999999999", "true", "null", "[1]", "{\"a\":1}"];

    public static Arbitrary<RandomSchema> Schemas() => Arb.From(Gen.Sized(size => Schema(Math.Min(size / 6, 5))).Select(json => new RandomSchema(json)));

    private static Gen<string> Schema(int depth) =>
        from type in Gen.Elements("string", "integer", "number", "boolean", "array", "object", "object", "object", "")
        from keywords in Keywords(depth).ListOf()
        let members = keywords.Prepend(type.Length == 0 ? "" : $"\"type\":\"{type}\"").Where(keyword => keyword.Length > 0).DistinctBy(keyword => keyword.Split(':')[0])
        select $"{{{string.Join(',', members)}}}";

    private static Gen<string> Keywords(int depth)
    {
        var flat = Gen.OneOf(
            Gen.Elements("int32", "int64", "int-or-string", "date-time").Select(format => $"\"format\":\"{format}\""),
            Gen.Elements("nullable", "x-kubernetes-preserve-unknown-fields", "x-kubernetes-embedded-resource", "x-kubernetes-int-or-string").Select(flag => $"\"{flag}\":true"),
            Gen.Elements(Values).NonEmptyListOf().Select(values => $"\"enum\":[{string.Join(',', values)}]"),
            Gen.Elements(Values).Select(value => $"\"default\":{value}"),
            Gen.Elements(Names).ListOf().Select(names => $"\"required\":{JsonSerializer.Serialize(names.Distinct())}"),
            Gen.Elements("\"minimum\":0,\"maximum\":9", "\"pattern\":\"^]]>$\"", "\"additionalProperties\":true", "\"additionalProperties\":false", "\"description\":\"</summary> */\""));
        if (depth == 0)
        {
            return flat;
        }

        var inner = Schema(depth - 1);
        var properties = Gen.Elements(Names).ListOf().SelectMany(names => inner.ListOf(names.Distinct().Count()).Select(schemas =>
            $"\"properties\":{{{string.Join(',', names.Distinct().Zip(schemas, (name, schema) => $"{JsonSerializer.Serialize(name)}:{schema}"))}}}"));
        return Gen.OneOf(
            flat,
            properties,
            properties,
            inner.Select(schema => $"\"items\":{schema}"),
            inner.Select(schema => $"\"additionalProperties\":{schema}"),
            inner.Select(schema => $"\"not\":{schema}"),
            Gen.Elements("allOf", "anyOf", "oneOf").SelectMany(keyword => inner.NonEmptyListOf().Select(schemas => $"\"{keyword}\":[{string.Join(',', schemas.Take(3))}]")));
    }
}
