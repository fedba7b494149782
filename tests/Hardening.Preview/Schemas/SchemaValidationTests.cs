using Hardening.Preview.Schemas;

namespace Hardening.Preview.Tests.Schemas;

public class SchemaValidationTests
{
    [Theory]
    [InlineData("""{"type":"object","properties":{"a":{"type":"string"}},"required":["a","b"]}""", """{"a":"x"}""", "b: is required; set it")]
    [InlineData("""{"type":"object","properties":{"a":{"type":"string","default":"x"}},"required":["a"]}""", "{}", "")]
    [InlineData("""{"properties":{"a":{"type":"string"}}}""", """{"a":5}""", "a: must be a string (got 5)")]
    [InlineData("""{"properties":{"a":{"type":"integer"}}}""", """{"a":1.5}""", "a: must be an integer (got 1.5)")]
    [InlineData("""{"properties":{"a":{"type":"integer"}}}""", """{"a":"1"}""", "a: must be an integer (got \"1\")")]
    [InlineData("""{"properties":{"a":{"type":"array"}}}""", """{"a":{}}""", "a: must be a list")]
    [InlineData("""{"properties":{"a":{"type":"boolean"}}}""", """{"a":"true"}""", "a: must be true or false (got \"true\")")]
    [InlineData("""{"properties":{"a":{"type":"string"}}}""", """{"a":"!hunter2"}""", "")]
    [InlineData("""{"properties":{"a":{"type":"integer"}}}""", """{"a":"!hunter2"}""", "a: must be an integer (the value is secret)")]
    [InlineData("""{"properties":{"a":{"enum":["Always","Never"]}}}""", """{"a":"alwys"}""", "a: must be one of \"Always\", \"Never\" (got \"alwys\"); did you mean \"Always\"?")]
    [InlineData("""{"properties":{"a":{"enum":[1,2]}}}""", """{"a":3}""", "a: must be one of 1, 2 (got 3)")]
    [InlineData("""{"properties":{"a":{"type":"string","pattern":"^a+$"}}}""", """{"a":"b"}""", "a: must match ^a+$ (got \"b\")")]
    [InlineData("""{"properties":{"a":{"type":"string","minLength":2,"maxLength":3}}}""", """{"a":"😀"}""", "a: must have at least 2 character(s), and has 1")]
    [InlineData("""{"properties":{"a":{"type":"string","maxLength":3}}}""", """{"a":"abcd"}""", "a: must have at most 3 character(s), and has 4")]
    [InlineData("""{"properties":{"a":{"minimum":1}}}""", """{"a":0}""", "a: must be at least 1 (got 0)")]
    [InlineData("""{"properties":{"a":{"minimum":1,"exclusiveMinimum":true}}}""", """{"a":1}""", "a: must be more than 1 (got 1)")]
    [InlineData("""{"properties":{"a":{"maximum":65535}}}""", """{"a":65536}""", "a: must be at most 65535 (got 65536)")]
    [InlineData("""{"properties":{"a":{"multipleOf":5}}}""", """{"a":7}""", "a: must be a multiple of 5 (got 7)")]
    [InlineData("""{"properties":{"a":{"type":"integer","format":"int32"}}}""", """{"a":3000000000}""", "a: must be a 32-bit integer (got 3000000000)")]
    [InlineData("""{"properties":{"a":{"items":{"type":"string"},"minItems":1}}}""", """{"a":[]}""", "a: must have at least 1 item(s), and has 0")]
    [InlineData("""{"properties":{"a":{"items":{"type":"string"}}}}""", """{"a":["x",1]}""", "a[1]: must be a string (got 1)")]
    [InlineData("""{"properties":{"a":{"items":{"type":"string"}}}}""", """{"a":[null]}""", "a[0]: must be a string, not null")]
    [InlineData("""{"properties":{"a":{"items":{"type":"string","nullable":true}}}}""", """{"a":[null]}""", "")]
    [InlineData("""{"properties":{"a":{"uniqueItems":true}}}""", """{"a":["x","y","x"]}""", "a: items 0 and 2 are the same, and each may occur once; remove one of them")]
    [InlineData("""{"properties":{"endpointSelector":{}}}""", """{"endpointSelektor":{}}""", "endpointSelektor: the schema has no such field, so that the API server drops it; did you mean \"endpointSelector\"?")]
    [InlineData("""{"properties":{"a":{}}}""", """{"zzzzzz":1}""", "zzzzzz: the schema has no such field, so that the API server drops it; remove it")]
    [InlineData("""{"properties":{"a":{}},"x-kubernetes-preserve-unknown-fields":true}""", """{"b":1}""", "")]
    [InlineData("""{"additionalProperties":{"type":"string"}}""", """{"x/y":1}""", "[\"x/y\"]: must be a string (got 1)")]
    [InlineData("""{"additionalProperties":{"type":"string"},"maxProperties":1}""", """{"a":"1","b":"2"}""", "must have at most 1 member(s), and has 2")]
    [InlineData("""{"properties":{"a":{"x-kubernetes-int-or-string":true}}}""", """{"a":"80%"}""", "")]
    [InlineData("""{"properties":{"a":{"x-kubernetes-int-or-string":true}}}""", """{"a":true}""", "a: must be an integer or a string (got true)")]
    [InlineData("""{"properties":{"a":{"type":"object","x-kubernetes-embedded-resource":true,"properties":{"spec":{}}}}}""", """{"a":{"apiVersion":"v1","kind":"K","metadata":{},"spec":1}}""", "")]
    [InlineData("""{"properties":{"a":{"anyOf":[{"required":["x"]},{"required":["y"]}],"properties":{"x":{},"y":{}}}}}""", """{"a":{}}""", "a: fits none of the forms that the schema allows: with x or with y")]
    [InlineData("""{"properties":{"a":{"oneOf":[{"required":["x"]},{"required":["y"]}],"properties":{"x":{},"y":{}}}}}""", """{"a":{"x":1,"y":2}}""", "a: fits 2 of the forms of which the schema allows one: with x, with y; keep one of them")]
    [InlineData("""{"properties":{"a":{"not":{"required":["x","y"]},"properties":{"x":{},"y":{}}}}}""", """{"a":{"x":1,"y":2}}""", "a: has a form that the schema forbids (x together with y)")]
    [InlineData("""{"properties":{"a":{"allOf":[{"maxLength":1},{"pattern":"^b"}]}}}""", """{"a":"aa"}""", "a: must have at most 1 character(s), and has 2|a: must match ^b (got \"aa\")")]
    [InlineData("""{"properties":{"a":{"$ref":"#/definitions/D"}}}""", """{"a":{"a":{"a":1}}}""", "a.a.a: must be an object (got 1)")]
    [InlineData("""{"properties":{"a":{"$ref":"#/definitions/absent"}}}""", """{"a":1}""", "")]
    [InlineData("""{"properties":{"a":{"type":"string","format":"date-time"}}}""", """{"a":"tomorrow"}""", "a: must be a date and time such as 2026-01-31T12:00:00Z (got \"tomorrow\")")]
    [InlineData("""{"properties":{"a":{"type":"string","format":"cidr"}}}""", """{"a":"10.0.0.0"}""", "a: must be an address range such as 10.0.0.0/8 (got \"10.0.0.0\")")]
    [InlineData("""{"properties":{"a":{"type":"string","format":"byte"}}}""", """{"a":"not base64!"}""", "a: must be base64 (got \"not base64!\")")]
    [InlineData("""{"properties":{"a":{"type":"string","pattern":"(?U)a"}}}""", """{"a":"b"}""", "")]
    [InlineData("""{"type":7,"properties":[],"enum":"x","minimum":"y","pattern":{}}""", """{}""", "")]
    public void A_value_is_held_against_its_schema(string schema, string value, string expected)
    {
        var validation = Validate(schema, value);

        Assert.Equal(expected, string.Join('|', validation.Problems.Select(Text)));
    }

    [Fact]
    public void Unknown_values_are_passed_over_and_counted()
    {
        var validation = Validate("""{"properties":{"a":{"type":"integer"},"b":{"items":{"enum":["TCP"]}}},"required":["a"]}""", """{"a":"?","b":["?","other"]}""");

        Assert.Equal(2, validation.Unknowns);
        Assert.Equal(["b[1]: must be one of \"TCP\" (got \"other\")"], validation.Problems.Select(Text));
    }

    [Fact]
    public void A_patch_needs_no_required_field_and_its_values_are_checked()
    {
        var validation = Validate("""{"properties":{"a":{"type":"integer"}},"required":["a","b"],"anyOf":[{"required":["b"]}]}""", """{"a":"x"}""", isPatch: true);

        Assert.Equal(["a: must be an integer (got \"x\")"], validation.Problems.Select(Text));
    }

    [Fact]
    public void Rules_that_concern_the_object_are_collected()
    {
        var validation = Validate(
            """
            {"properties":{"a":{"x-kubernetes-validations":[{"rule":"self.x > 0","message":"m"}]},"b":{"x-kubernetes-validations":[{"rule":"false"}]}},
             "x-kubernetes-validations":[{"rule":"has(self.a)"}]}
            """,
            """{"a":{}}""");

        Assert.Equal(["has(self.a)", "self.x > 0"], validation.Rules.Order());
    }

    [Fact]
    public void An_object_without_members_is_any_object_in_the_core_kinds_and_none_in_a_definition()
    {
        var core = Validate("""{"properties":{"a":{"type":"object"}}}""", """{"a":{"b":1}}""", isStrict: false);
        var definition = Validate("""{"properties":{"a":{"type":"object"}}}""", """{"a":{"b":1}}""");

        Assert.Empty(core.Problems);
        Assert.Equal(["a.b: the schema has no such field, so that the API server drops it; remove it"], definition.Problems.Select(Text));
    }

    [Fact]
    public void A_long_value_is_cut_in_messages()
    {
        var validation = Validate("""{"properties":{"a":{"enum":["x"]}}}""", $$"""{"a":"{{new string('y', 200)}}"}""");

        Assert.Equal($"a: must be one of \"x\" (got \"{new string('y', 80)}…\")", Text(Assert.Single(validation.Problems)));
    }

    private static SchemaValidation Validate(string schema, string value, bool isPatch = false, bool isStrict = true) => Validated.By(schema, value, isPatch, isStrict);

    private static string Text(SchemaProblem problem)
        => (problem.Path.Length == 0 ? "" : problem.Path + ": ") + problem.Message + (problem.Fix is null ? "" : "; " + problem.Fix);
}
