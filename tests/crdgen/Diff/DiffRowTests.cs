namespace Crdgen.Tests.Diff;

/// <summary>What each change of a keyword means to manifests and to C# code.</summary>
public class DiffRowTests
{
    [Theory]
    [InlineData("{ type: string }", "{ type: string, pattern: a }", "tightened breaks - spec.x + pattern a", 1)]
    [InlineData("{ type: string, pattern: a }", "{ type: string }", "loosened - - spec.x - pattern a", 0)]
    [InlineData("{ type: string, pattern: a }", "{ type: string, pattern: b }", "changed may break - spec.x pattern a → b", 1)]
    [InlineData("{ type: string }", "{ type: string, minLength: 0 }", "", 0)]
    [InlineData("{ type: string, enum: [a, b] }", "{ type: string, enum: [b, a] }", "", 0)]
    [InlineData("{ type: string, enum: [a] }", "{ type: string }", "loosened - breaks spec.x - enum \"a\"", 1)]
    [InlineData("{ type: integer, enum: [1, 2] }", "{ type: integer, enum: [1] }", "tightened breaks - spec.x - enum value 2", 1)]
    [InlineData("{ type: integer, maximum: 9223372036854775806 }", "{ type: integer, maximum: 9223372036854775807 }", "loosened - - spec.x maximum 9223372036854775806 → 9223372036854775807", 0)]
    [InlineData("{ type: number, multipleOf: 10 }", "{ type: number, multipleOf: 5 }", "loosened - - spec.x multipleOf 10 → 5", 0)]
    [InlineData("{ type: number, multipleOf: 4 }", "{ type: number, multipleOf: 6 }", "changed may break - spec.x multipleOf 4 → 6", 1)]
    [InlineData("{ type: string }", "{ type: string, format: my-own }", "changed - - spec.x + format my-own", 0)]
    [InlineData("{ type: string, format: my-own }", "{ type: string, format: ipv4 }", "tightened breaks - spec.x format my-own → ipv4", 1)]
    [InlineData("{ type: string }", "{ type: string, nullable: true }", "loosened - - spec.x + nullable", 0)]
    [InlineData("{ type: string }", "{ type: string, default: a }", "changed behaves - spec.x + default \"a\"", 0)]
    [InlineData("{ type: object }", "{ type: object, x-kubernetes-preserve-unknown-fields: true }", "loosened - - spec.x other fields pruned → kept", 0)]
    [InlineData("{ type: object, x-kubernetes-preserve-unknown-fields: true }", "{ type: object }", "tightened breaks - spec.x other fields kept → pruned", 1)]
    [InlineData("{ type: object, additionalProperties: { type: string } }", "{ type: object, additionalProperties: true }", "changed - breaks spec.x C# type InputMap<string> → InputMap<object>|loosened - - spec.x other fields each string → kept", 1)]
    [InlineData("{ type: string }", "{ x-kubernetes-int-or-string: true }", "retyped - breaks spec.x type string → integer or string", 1)]
    [InlineData("{ x-kubernetes-int-or-string: true }", "{ x-kubernetes-int-or-string: true, anyOf: [{ type: integer }, { type: string }] }", "", 0)]
    [InlineData("{ type: array, items: { type: string } }", "{ type: array, items: { type: integer } }", "retyped breaks breaks spec.x[] type string → integer", 1)]
    [InlineData("{ type: array, items: { type: string }, uniqueItems: true }", "{ type: array, items: { type: string } }", "loosened - - spec.x - uniqueItems", 0)]
    [InlineData("{ type: array, items: { type: string }, x-kubernetes-list-type: atomic }", "{ type: array, items: { type: string } }", "", 0)]
    [InlineData("{ type: string, anyOf: [{ pattern: a }, { pattern: b }] }", "{ type: string, anyOf: [{ pattern: b }, { pattern: a }] }", "", 0)]
    [InlineData("{ type: string, anyOf: [{ pattern: a }] }", "{ type: string, anyOf: [{ pattern: a }, { pattern: b }] }", "loosened - - spec.x anyOf pattern a → pattern a | pattern b", 0)]
    [InlineData("{ type: string, not: { enum: [a] } }", "{ type: string }", "loosened - - spec.x - not enum \"a\"", 0)]
    [InlineData("{ type: string, x-kubernetes-validations: [{ rule: a }] }", "{ type: string, x-kubernetes-validations: [{ rule: b }] }", "changed may break - spec.x rule a → b", 1)]
    [InlineData("{ type: string, x-kubernetes-validations: [{ rule: a, message: m }] }", "{ type: string, x-kubernetes-validations: [{ rule: b, message: m }] }", "changed may break - spec.x rule a → b (message \"m\")", 1)]
    [InlineData("{ type: string, x-kubernetes-validations: [{ rule: a, message: m }] }", "{ type: string, x-kubernetes-validations: [{ rule: a, message: n }] }", "", 0)]
    [InlineData("{ type: string, x-kubernetes-validations: [{ rule: a, message: m }] }", "{ type: string, x-kubernetes-validations: [{ rule: b, message: n }] }", "tightened breaks - spec.x + rule b|loosened - - spec.x - rule a", 1)]
    [InlineData("{ type: string, x-kubernetes-validations: [{ rule: a, message: m }] }", "{ type: string, x-kubernetes-validations: [{ rule: b, message: m }, { rule: c, message: m }] }", "tightened breaks - spec.x + rule b|tightened breaks - spec.x + rule c|loosened - - spec.x - rule a", 1)]
    public void A_keyword_that_changes_is_one_row(string old, string @new, string rows, int exitCode)
    {
        var run = DiffRun.OfSpecs($"{{ type: object, properties: {{ x: {old} }} }}", $"{{ type: object, properties: {{ x: {@new} }} }}");

        Assert.Equal(rows, string.Join('|', run.Rows));
        Assert.Equal(exitCode, run.ExitCode);
    }

    [Theory]
    [InlineData("properties: { a: { type: string } }", "properties: { a: { type: string } }, required: [a]", "tightened breaks breaks spec.a + required")]
    [InlineData("properties: { a: { type: string } }", "properties: { a: { type: string, default: x } }, required: [a]", "changed behaves - spec.a + default \"x\"|changed - - spec.a + required")]
    [InlineData("properties: { a: { type: string } }, required: [a]", "properties: { a: { type: string, default: x } }, required: [a]", "loosened - - spec.a + default \"x\"")]
    [InlineData("properties: { a: { type: string, default: x } }, required: [a]", "properties: { a: { type: string } }, required: [a]", "tightened breaks breaks spec.a - default \"x\"")]
    [InlineData("properties: { a: { type: string, nullable: true } }, required: [a]", "properties: { a: { type: string } }, required: [a]", "tightened - breaks spec.a + C# required|tightened breaks - spec.a - nullable")]
    [InlineData("properties: { a: { type: string } }", "properties: { a: { type: string }, b: { type: string } }", "added - - spec.b + property string")]
    [InlineData("properties: { a: { type: string } }", "properties: { a: { type: string }, b: { type: string } }, required: [b]", "added breaks breaks spec.b + property required, string")]
    [InlineData("properties: { a: { type: string } }", "properties: { a: { type: string }, b: { type: string, default: x } }, required: [b]", "added - - spec.b + property string")]
    [InlineData("properties: { a: { type: string }, b: { type: string } }", "properties: { a: { type: string } }", "removed breaks breaks spec.b - property string")]
    [InlineData("properties: { foo-bar: { type: string } }", "properties: { foo-bar: { type: string }, fooBar: { type: string } }", "changed - breaks spec.foo-bar C# member FooBar → FooBar2|added - - spec.fooBar + property string")]
    public void A_property_that_changes_is_one_row(string old, string @new, string rows)
        => Assert.Equal(rows, string.Join('|', DiffRun.OfSpecs($"{{ type: object, {old} }}", $"{{ type: object, {@new} }}").Rows));

    [Fact]
    public void A_class_that_gets_another_name_breaks_code_alone()
    {
        const string Shared = "{ type: object, properties: { a: { type: string } } }";
        var run = DiffRun.OfSpecs(
            $"{{ type: object, properties: {{ zone: {Shared} }} }}",
            $"{{ type: object, properties: {{ area: {Shared}, zone: {Shared} }} }}");

        Assert.Equal(["added - - spec.area + property object", "changed - breaks spec.zone C# class ThingSpecZoneArgs → ThingSpecAreaArgs"], run.Rows);
        Assert.Equal(1, run.ExitCode);
    }

    [Fact]
    public void A_change_in_a_schema_that_stands_in_many_places_is_one_row_with_their_number()
    {
        static string Spec(string probe) => $"{{ type: object, properties: {{ {string.Join(", ", Enumerable.Range(10, 40).Select(i => $"p{i}: {probe}"))} }} }}";

        var run = DiffRun.OfSpecs(
            Spec("{ type: object, properties: { a: { type: string }, b: { type: integer } } }"),
            Spec("{ type: object, properties: { a: { type: string, maxLength: 3 }, b: { type: integer } } }"));

        Assert.Equal(["tightened breaks - spec.p10.a (in 40 places) + maxLength 3"], run.Rows);
    }
}
