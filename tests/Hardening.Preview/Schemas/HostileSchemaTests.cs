using System.Text;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Hardening.Preview.Schemas;

namespace Hardening.Preview.Tests.Schemas;

/// <summary>Schemas and values that nobody should write end in an answer.</summary>
public class HostileSchemaTests
{
    [Theory]
    [InlineData("""{"A":{"$ref":"#/definitions/A"}}""")]
    [InlineData("""{"A":{"$ref":"#/definitions/B"},"B":{"$ref":"#/definitions/A"}}""")]
    [InlineData("""{"A":{"$ref":7}}""")]
    [InlineData("""{"A":7}""")]
    public void References_that_lead_nowhere_say_nothing(string definitions)
        => Assert.Empty(Validated.By("""{"$ref":"#/definitions/A"}""", """{"a":1}""", definitions: definitions).Problems);

    [Theory]
    [InlineData("allOf")]
    [InlineData("anyOf")]
    [InlineData("oneOf")]
    public void A_condition_that_contains_itself_is_left_out_and_named(string keyword)
    {
        var validation = Validated.By("""{"$ref":"#/definitions/A"}""", "1", definitions: """{"A":{"allOf":[{"$ref":"#/definitions/A"},{"$ref":"#/definitions/A"}]}}""".Replace("allOf", keyword, StringComparison.Ordinal));

        Assert.Equal(["what is nested more than 400 deep, or needs more than 5,000,000 steps"], validation.Unchecked);
    }

    [Fact]
    public void A_value_that_is_nested_deeper_than_any_object_is_checked_down_to_a_limit()
    {
        var value = CapturedValue.FromText("end");
        for (var i = 0; i < 5_000; i++)
        {
            value = CapturedValue.FromMembers(new CapturedMember("a", value));
        }

        var validation = Validated.By("""{"$ref":"#/definitions/D"}""", value);

        Assert.Empty(validation.Problems);
        Assert.Single(validation.Unchecked);
    }

    [Fact]
    public void A_pattern_that_a_backtracking_engine_never_ends_is_decided_for_every_value()
    {
        const string Schema = """{"items":{"type":"string","pattern":"^(([a-z0-9]-?)*[a-z](-?[a-z0-9])*)x$"}}""";
        var items = string.Join(',', Enumerable.Range(0, 200).Select(static i => $"\"{new string('a', 60)}{i}!\""));

        Assert.Equal(200, Validated.By(Schema, $"[{items}]").Problems.Count);
    }

    [Theory]
    [InlineData("")]
    [InlineData("7")]
    [InlineData("{}")]
    [InlineData("""{"schema":{}""")]
    [InlineData("""{"apiVersion":7,"schema":{}}""")]
    public void A_table_that_is_none_counts_as_absent(string json) => Assert.Null(SchemaTable.TryParse(Encoding.UTF8.GetBytes(json), isStrict: true));

    [Property(Arbitrary = [typeof(SchemaArbitraries)], MaxTest = 500)]
    public void No_schema_and_no_value_make_the_validation_fail(JsonSchema schema, CapturedValue value)
    {
        var validation = Validated.By(schema.Text, value, definitions: """{"D":{"type":"object","properties":{"a":{"$ref":"#/definitions/D"}},"anyOf":[{"$ref":"#/definitions/D"},{"type":"string"}]}}""");

        Assert.All(validation.Problems, problem => Assert.False(string.IsNullOrEmpty(problem.Message)));
        Assert.True(validation.Unknowns >= 0);
    }

    [Property(Arbitrary = [typeof(SchemaArbitraries)], MaxTest = 500)]
    public void No_message_holds_anything_of_a_secret(JsonSchema schema)
    {
        var secret = CapturedValue.FromMembers(
            new CapturedMember("a", CapturedValue.FromText("hunter2-hunter2").AsSecret()),
            new CapturedMember("b", CapturedValue.FromNumber(1234567).AsSecret()),
            new CapturedMember("c", CapturedValue.FromItems(CapturedValue.FromText("hunter2-hunter2"), CapturedValue.FromText("hunter2-hunter2")).AsSecret()));

        Assert.All(Validated.By(schema.Text, secret).Problems, problem => Assert.DoesNotMatch("hunter2|1234567|1.234567E|has 15", problem.Message + problem.Fix));
    }
}
