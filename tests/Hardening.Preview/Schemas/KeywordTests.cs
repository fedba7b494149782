namespace Hardening.Preview.Tests.Schemas;

/// <summary>A row a keyword: a value that the API server takes, one that it refuses, and what is said about it.</summary>
public class KeywordTests
{
    [Theory]
    [InlineData("""{"type":"string"}""", "\"x\"", "5", "a: must be a string (got 5)")]
    [InlineData("""{"type":"boolean"}""", "true", "\"true\"", "a: must be true or false (got \"true\")")]
    [InlineData("""{"type":"integer"}""", "1.0", "1.5", "a: must be an integer (got 1.5)")]
    [InlineData("""{"type":"integer"}""", "9007199254740993", "9223372036854775808", "a: must be a 64-bit integer (got 9.223372036854776E+18)")]
    [InlineData("""{"type":"integer","format":"int32"}""", "2147483647", "2147483648", "a: must be a 32-bit integer (got 2147483648)")]
    [InlineData("""{"type":"number"}""", "1.5", "\"1.5\"", "a: must be a number (got \"1.5\")")]
    [InlineData("""{"type":"array"}""", "[]", "{}", "a: must be a list")]
    [InlineData("""{"type":"object"}""", "{}", "[]", "a: must be an object")]
    [InlineData("""{"items":{"type":"string","nullable":true}}""", "[null]", "[1]", "a[0]: must be a string (got 1)")]
    [InlineData("""{"items":{"type":"string"}}""", "[]", "[null]", "a[0]: must be a string, not null")]
    [InlineData("""{"items":{"x-kubernetes-int-or-string":true}}""", "[1]", "[null]", "a[0]: must be an integer or a string, not null")]
    [InlineData("""{"items":{"type":"string","nullable":true,"enum":["b"]}}""", "[\"b\"]", "[null]", "a[0]: must be one of \"b\" (got null)")]
    [InlineData("""{"type":"object","required":["b"],"properties":{"b":{"type":"string"}}}""", """{"b":""}""", "{}", "a.b: is required; set it")]
    [InlineData("""{"type":"object","required":["b"],"properties":{"b":{"type":"string","nullable":true}}}""", """{"b":null}""", "{}", "a.b: is required; set it")]
    [InlineData("""{"type":"object","required":["b"],"properties":{"b":{"type":"string","default":"x"}}}""", """{"b":null}""", """{"b":1}""", "a.b: must be a string (got 1)")]
    [InlineData("""{"type":"object","required":["b"],"properties":{"b":{"type":"string"}}}""", """{"b":"x"}""", """{"b":null}""", "a.b: is required; set it")]
    [InlineData("""{"type":"object","properties":{"b":{"type":"string"}}}""", """{"b":null}""", """{"b":{}}""", "a.b: must be a string")]
    [InlineData("""{"enum":["b",2,true,{"c":1}]}""", """{"c":1}""", """{"c":2}""", "a: must be one of \"b\", 2, true, object(1)")]
    [InlineData("""{"enum":[1,2]}""", "2", "3", "a: must be one of 1, 2 (got 3)")]
    [InlineData("""{"type":"string","pattern":"^.{1,2}$"}""", "\"😀😀\"", "\"😀😀😀\"", "a: must match ^.{1,2}$ (got \"😀😀😀\")")]
    [InlineData("""{"type":"string","minLength":2}""", "\"😀😀\"", "\"😀\"", "a: must have at least 2 character(s), and has 1")]
    [InlineData("""{"type":"string","maxLength":2.0}""", "\"😀😀\"", "\"abc\"", "a: must have at most 2 character(s), and has 3")]
    [InlineData("""{"minimum":1}""", "1", "0.5", "a: must be at least 1 (got 0.5)")]
    [InlineData("""{"minimum":1,"exclusiveMinimum":true}""", "1.5", "1", "a: must be more than 1 (got 1)")]
    [InlineData("""{"maximum":1}""", "1", "2", "a: must be at most 1 (got 2)")]
    [InlineData("""{"maximum":1,"exclusiveMaximum":true}""", "0", "1", "a: must be less than 1 (got 1)")]
    [InlineData("""{"multipleOf":0.1}""", "0.3", "0.35", "a: must be a multiple of 0.1 (got 0.35)")]
    [InlineData("""{"multipleOf":3}""", "9", "10", "a: must be a multiple of 3 (got 10)")]
    [InlineData("""{"minItems":1,"items":{}}""", "[1]", "[]", "a: must have at least 1 item(s), and has 0")]
    [InlineData("""{"maxItems":1,"items":{}}""", "[1]", "[1,2]", "a: must have at most 1 item(s), and has 2")]
    [InlineData("""{"uniqueItems":true,"items":{}}""", "[1,\"1\",{\"b\":1},{\"b\":2}]", "[{\"b\":1},1,{\"b\":1}]", "a: items 0 and 2 are the same, and each may occur once; remove one of them")]
    [InlineData("""{"x-kubernetes-list-type":"set","items":{}}""", "[1,2]", "[1,1,1]", "a: items 0 and 1 are the same, and each may occur once; remove one of them|a: items 0 and 2 are the same, and each may occur once; remove one of them")]
    [InlineData("""{"x-kubernetes-list-type":"map","x-kubernetes-list-map-keys":["n"],"items":{"properties":{"n":{},"v":{}}}}""", """[{"n":"x","v":1},{"n":"y","v":1}]""", """[{"n":"x","v":1},{"n":"x","v":2}]""", "a: items 0 and 1 have the same n (got \"x\"), which tells the items apart; change one of them or remove it")]
    [InlineData("""{"x-kubernetes-list-type":"map","x-kubernetes-list-map-keys":["n","p"],"items":{"properties":{"n":{},"p":{"default":"TCP"}}}}""", """[{"n":1,"p":"UDP"},{"n":1}]""", """[{"n":1,"p":"TCP"},{"n":1}]""", "a: items 0 and 1 have the same n (got 1) and p (got \"TCP\"), which tells the items apart; change one of them or remove it")]
    [InlineData("""{"type":"array","x-kubernetes-list-type":"atomic","items":{}}""", "[1,1]", "{}", "a: must be a list")]
    [InlineData("""{"minProperties":1,"additionalProperties":{}}""", """{"b":1}""", "{}", "a: must have at least 1 member(s), and has 0")]
    [InlineData("""{"maxProperties":1,"additionalProperties":{}}""", """{"b":1}""", """{"b":1,"c":2}""", "a: must have at most 1 member(s), and has 2")]
    [InlineData("""{"type":"object","additionalProperties":{"type":"string"}}""", """{"b":"x"}""", """{"b":1}""", "a.b: must be a string (got 1)")]
    [InlineData("""{"type":"object","properties":{"name":{}}}""", """{"name":1}""", """{"nam":1}""", "a.nam: the schema has no such field, so that the API server drops it; did you mean \"name\"?")]
    [InlineData("""{"type":"object","properties":{"b":{"type":"string"}},"x-kubernetes-preserve-unknown-fields":true}""", """{"c":1}""", """{"b":1,"c":1}""", "a.b: must be a string (got 1)")]
    [InlineData("""{"type":"object","properties":{"b":{"type":"object"}},"x-kubernetes-preserve-unknown-fields":true}""", """{"b":{}}""", """{"b":{"c":1}}""", "a.b.c: the schema has no such field, so that the API server drops it; remove it")]
    [InlineData("""{"x-kubernetes-int-or-string":true,"anyOf":[{"type":"integer"},{"type":"string"}],"pattern":"^[0-9]+%$"}""", "80", "\"80\"", "a: must match ^[0-9]+%$ (got \"80\")")]
    [InlineData("""{"x-kubernetes-int-or-string":true}""", "\"80%\"", "1.5", "a: must be an integer or a string (got 1.5)")]
    [InlineData("""{"type":"object","x-kubernetes-embedded-resource":true,"x-kubernetes-preserve-unknown-fields":true}""", """{"apiVersion":"v1","kind":"Pod","spec":{}}""", """{"kind":"","spec":{}}""", "a.apiVersion: is required; set it|a.kind: must be a text that is not empty (got \"\")")]
    [InlineData("""{"oneOf":[{"required":["b"]},{"required":["c"]}],"properties":{"b":{},"c":{}}}""", """{"b":1}""", """{"b":1,"c":1}""", "a: fits 2 of the forms of which the schema allows one: with b, with c; keep one of them")]
    [InlineData("""{"anyOf":[{"required":["b"]},{"required":["c"]}],"properties":{"b":{},"c":{}}}""", """{"b":1,"c":1}""", "{}", "a: fits none of the forms that the schema allows: with b or with c")]
    [InlineData("""{"anyOf":[{"properties":{"b":{"enum":[1]}}},{"not":{"required":["b"]}}],"properties":{"b":{}}}""", "{}", """{"b":2}""", "a: fits none of the forms that the schema allows: b as stated or not with b")]
    [InlineData("""{"allOf":[{"minLength":2},{"pattern":"b$"}]}""", "\"ab\"", "\"a\"", "a: must have at least 2 character(s), and has 1|a: must match b$ (got \"a\")")]
    [InlineData("""{"not":{"enum":["b"]}}""", "\"c\"", "\"b\"", "a: has a form that the schema forbids")]
    public void A_keyword_takes_what_the_api_server_takes(string schema, string valid, string invalid, string expected)
    {
        Assert.Equal("", Validated.Member(schema, valid));
        Assert.Equal(expected, Validated.Member(schema, invalid));
    }

    [Theory]
    [InlineData("""{"oneOf":[{"properties":{"b":{"enum":[1]}}},{"required":["c"]}],"properties":{"b":{},"c":{}}}""", """{"b":"?","c":1}""")]
    [InlineData("""{"anyOf":[{"properties":{"b":{"enum":[1]}}}],"properties":{"b":{}}}""", """{"b":"?"}""")]
    [InlineData("""{"not":{"properties":{"b":{"enum":[1]}}},"properties":{"b":{}}}""", """{"b":"?"}""")]
    [InlineData("""{"not":{"pattern":"(?m)^a$"}}""", "\"a\"")]
    public void A_condition_that_depends_on_something_unknown_is_neither_kept_nor_broken(string schema, string value) => Assert.Equal("", Validated.Member(schema, value));

    [Fact]
    public void What_is_unknown_elsewhere_does_not_hide_a_form_that_is_forbidden()
        => Assert.Equal(
            "a: has a form that the schema forbids (b together with c)",
            Validated.Member("""{"not":{"required":["b","c"]},"properties":{"b":{},"c":{}}}""", """{"b":"?","c":1}"""));

    [Fact]
    public void Unknown_values_are_counted_once_however_often_conditions_look_at_them()
        => Assert.Equal(1, Validated.By("""{"properties":{"b":{}},"anyOf":[{"properties":{"b":{"enum":[1]}}},{"properties":{"b":{"enum":[2]}}}]}""", """{"b":"?"}""").Unknowns);

    [Fact]
    public void Items_with_unknown_keys_repeat_nothing()
        => Assert.Equal("", Validated.Member("""{"x-kubernetes-list-type":"map","x-kubernetes-list-map-keys":["n"],"items":{"properties":{"n":{}}}}""", """[{"n":"?"},{"n":"?"},"?",{"n":1}]"""));

    [Fact]
    public void Many_items_are_compared_by_their_hashes()
    {
        var items = string.Join(',', Enumerable.Range(0, 50_000).Append(7));

        Assert.Equal("a: items 7 and 50000 are the same, and each may occur once; remove one of them", Validated.Member("""{"x-kubernetes-list-type":"set","items":{}}""", $"[{items}]"));
    }

    [Fact]
    public void Patterns_that_cannot_be_checked_are_named()
    {
        var validation = Validated.By("""{"properties":{"a":{"type":"string","pattern":"(?m)^a$"}}}""", """{"a":"x"}""");

        Assert.Empty(validation.Problems);
        Assert.Equal(["pattern (?m)^a$"], validation.Unchecked.Order());
    }

    [Fact]
    public void Quantities_of_core_kinds_are_checked()
    {
        const string Quantity = """{"format":"quantity","anyOf":[{"type":"string"},{"type":"number"}]}""";

        Assert.Equal("", Validated.Member(Quantity, "\"500m\"", isStrict: false));
        Assert.Equal("", Validated.Member(Quantity, "2", isStrict: false));
        Assert.Equal("a: must be a quantity such as 500m or 64Mi (got \"half\")", Validated.Member(Quantity, "\"half\"", isStrict: false));
    }
}
