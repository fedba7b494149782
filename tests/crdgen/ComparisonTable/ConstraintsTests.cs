using Crdgen.Tests.ComparisonTable.Support;
using Crdgen.Tests.Samples.Example.V1;

namespace Crdgen.Tests.ComparisonTable;

/// <summary>The rows of the comparison table that concern what a schema demands: in the documentation that an editor shows, and in the preview that checks values.</summary>
public class ConstraintsTests
{
    private const string Rule = "self.count <= 10 && self.name != 'a \"quoted\" name'";

    [Fact]
    public async Task Defaults_patterns_bounds_in_docs()
    {
        Assert.Equal("spec.count: integer; default 3; format int32; minimum 0.", Documentation.Of(typeof(WidgetSpecArgs), nameof(WidgetSpecArgs.Count)));
        Assert.Equal("spec.name: string, required; maxLength 63; minLength 1; pattern ^[a-z\"\\\\]+$.", Documentation.Of(typeof(WidgetSpecArgs), nameof(WidgetSpecArgs.Name)));
        Assert.StartsWith("spec.modes: list of string; maxItems 2; uniqueItems true; each one of \"One\", \"Two\"", Documentation.Of(typeof(WidgetSpecArgs), nameof(WidgetSpecArgs.Modes)), StringComparison.Ordinal);

        var spec = Widgets.Spec();
        spec.Name = "Upper";
        spec.Count = -1;
        spec.Modes = ["One", "One", "Three"];
        spec.Since = "yesterday";
        spec.Ports = [];
        var found = await Widgets.Preview(spec);

        Assert.Contains("spec.count: must be at least 0 (got -1)", found);
        Assert.Contains("spec.name: must match ^[a-z\"\\\\]+$ (got \"Upper\")", found);
        Assert.Contains(found, line => line.StartsWith("spec.modes[2]: must be one of \"One\", \"Two\"", StringComparison.Ordinal));
        Assert.Contains("spec.modes: must have at most 2 item(s), and has 3", found);
        Assert.Contains(found, line => line.StartsWith("spec.modes: items 0 and 1 are the same", StringComparison.Ordinal));
        Assert.Contains("spec.since: must be a date and time such as 2026-01-31T12:00:00Z (got \"yesterday\")", found);
        Assert.Contains(found, line => line.StartsWith("spec.ports: must have at least 1 item(s)", StringComparison.Ordinal));
    }

    [Fact]
    public async Task CEL_validations()
    {
        Assert.Contains($"CEL rule {Rule}", Documentation.Of(typeof(WidgetSpecArgs)), StringComparison.Ordinal);

        var spec = Widgets.Spec();
        spec.Count = 11;

        Assert.Equal([$"Widget (samples.example.com/v1): CEL rule not evaluated: {Rule}"], await Widgets.Preview(spec));
    }

    [Fact]
    public async Task OneOf_anyOf()
    {
        Assert.Contains("exactly one of: left | right", Documentation.Of(typeof(WidgetSpecArgs)), StringComparison.Ordinal);

        var both = Widgets.Spec();
        both.Left = new() { ["a"] = "b" };
        var neither = Widgets.Spec();
        neither.Right = null;

        Assert.Contains(await Widgets.Preview(both), line => line.StartsWith("spec: ", StringComparison.Ordinal));
        Assert.Contains(await Widgets.Preview(neither), line => line.StartsWith("spec: ", StringComparison.Ordinal));
        Assert.DoesNotContain(await Widgets.Preview(Widgets.Spec()), line => line.StartsWith("spec", StringComparison.Ordinal));
    }

    [Fact]
    public void OneOf_anyOf_never_stop_a_generation()
    {
        using var folder = new Folder();
        folder.Write("in/choices.yaml", Crdgen.Tests.Support.Crd.WithSpec(
            "{ type: object, properties: { "
            + "typeless: { oneOf: [{ type: string }, { type: object, properties: { a: { type: string } } }] }, "
            + "mixed: { anyOf: [{ type: integer }, { type: array, items: { type: string } }], not: { enum: [3] } }, "
            + "nested: { type: object, properties: { a: { type: string }, b: { type: string } }, allOf: [{ oneOf: [{ required: [a] }, { required: [b] }] }, { not: { required: [a, b] } }] }, "
            + "empty: { anyOf: [] }, bare: {} } }"));

        var run = folder.Generate();

        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        var code = folder.Read("out/Generated/Com/Example/Tests/V1/Thing.cs");
        Assert.Contains("public global::Pulumi.Input<object>? Typeless", code, StringComparison.Ordinal);
        Assert.Contains("public global::Pulumi.Input<ThingSpecNestedArgs>? Nested", code, StringComparison.Ordinal);
        Assert.Contains("\"allOf\":[{\"oneOf\":[", folder.Read("out/Schemas/tests.example.com/v1/Thing.json"), StringComparison.Ordinal);
    }
}
