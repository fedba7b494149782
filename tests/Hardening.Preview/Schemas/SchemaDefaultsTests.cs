using System.Text;
using Hardening.Preview.Schemas;

namespace Hardening.Preview.Tests.Schemas;

public class SchemaDefaultsTests
{
    private const string Address = """
        {"type":"object","properties":{"spec":{"type":"object","properties":{
            "addresses":{"type":"array","items":{"type":"object",
                "properties":{"type":{"type":"string","default":"IP"},"value":{"type":"string"}},
                "oneOf":[
                    {"properties":{"type":{"enum":["IP"]},"value":{"anyOf":[{"format":"ipv4"},{"format":"ipv6"}]}},"required":["type"]},
                    {"properties":{"type":{"not":{"enum":["IP"]}}},"required":["type"]}]}}}}}}
        """;

    [Theory]
    [InlineData("""{"spec":{"addresses":[{"value":"10.0.0.1"},{"type":"Hostname","value":"a.example.com"}]}}""", "")]
    [InlineData("""{"spec":{"addresses":[{"type":null,"value":"10.0.0.1"}]}}""", "")]
    [InlineData("""{"spec":{"addresses":[{"value":"a.example.com"}]}}""", "spec.addresses[0]")]
    public void Conditions_see_the_default_of_what_is_absent(string value, string path) => Assert.Equal(path, Paths(Address, value));

    [Fact]
    public void A_default_has_defaults_of_its_own_and_maps_and_lists_are_gone_through()
    {
        const string Schema = """
            {"type":"object","properties":{"pools":{"type":"object","additionalProperties":{"type":"object",
                "properties":{"update":{"type":"object","default":{},"properties":{"mode":{"type":"string","default":"Roll"}}}},
                "not":{"properties":{"update":{"properties":{"mode":{"enum":["Roll"]}},"required":["mode"]}},"required":["update"]}}}}}
            """;

        Assert.Equal("pools.a", Paths(Schema, """{"pools":{"a":{},"b":{"update":{"mode":"Stop"}}}}"""));
    }

    [Fact]
    public void A_null_that_the_schema_does_not_take_is_absent_for_conditions()
    {
        const string Schema = """
            {"type":"object","properties":{"spec":{"type":"object","properties":{"a":{"type":"string"},"b":{"type":"string"},"c":{"type":"string","nullable":true}},
                "oneOf":[{"required":["a"]},{"required":["b"]},{"required":["c"]}]}}}
            """;

        Assert.Equal("", Paths(Schema, """{"spec":{"a":"x","b":null}}"""));
        Assert.Equal("spec", Paths(Schema, """{"spec":{"a":"x","c":null}}"""));
    }

    [Fact]
    public void A_patch_has_no_defaults_and_the_object_stays_as_it_is()
    {
        const string Schema = """{"type":"object","properties":{"spec":{"type":"object","properties":{"a":{"type":"string","default":"","minLength":1}}}}}""";
        var value = Objects.Value("""{"spec":{}}""");

        Assert.Equal("spec.a", Paths(Schema, value));
        Assert.Equal("", Paths(Schema, value, isPatch: true));
        Assert.Empty(value["spec"]!.Members);
    }

    [Fact]
    public void What_is_unknown_has_no_default_and_what_is_secret_stays_secret()
    {
        const string Schema = """
            {"type":"object","properties":{"spec":{"type":"object","properties":{"a":{"type":"string","default":"x"},"b":{"type":"string","enum":["y"]}}}}}
            """;
        var problems = Problems(Schema, CapturedValue.FromMembers(new CapturedMember("spec", Objects.Value("""{"b":"hunter2"}""").AsSecret())), isPatch: false);

        Assert.Equal("spec.b: must be one of \"y\" (the value is secret)", Assert.Single(problems.Select(static problem => $"{problem.Path}: {problem.Message}")));
        Assert.Empty(Problems(Schema, CapturedValue.FromMembers(new CapturedMember("spec", CapturedValue.Unknown)), isPatch: false));
    }

    [Fact]
    public void A_definition_that_has_itself_as_a_default_ends()
    {
        const string Definitions = """{"D":{"type":"object","default":{},"properties":{"a":{"$ref":"#/definitions/D"},"b":{"$ref":"#/definitions/D"}}}}""";

        Assert.Empty(Problems("""{"properties":{"spec":{"$ref":"#/definitions/D"}}}""", Objects.Value("{}"), isPatch: false, Definitions));
    }

    private static string Paths(string schema, string value) => Paths(schema, Objects.Value(value));

    private static string Paths(string schema, CapturedValue value, bool isPatch = false)
        => string.Join(' ', Problems(schema, value, isPatch).Select(static problem => problem.Path));

    private static List<SchemaProblem> Problems(string schema, CapturedValue value, bool isPatch, string definitions = "{}")
    {
        var table = Encoding.UTF8.GetBytes($$"""{"apiVersion":"example.com/v1","kind":"K","scope":"Namespaced","schema":{{schema}},"definitions":{{definitions}}}""");
        var validation = new SchemaValidation(isPatch);
        validation.CheckObject(value, SchemaTable.Parse(table, isStrict: true).Root, metadata: null);
        return validation.Problems;
    }
}
