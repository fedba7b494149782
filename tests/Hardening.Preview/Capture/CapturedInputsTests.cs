using System.Collections.Immutable;
using System.Text.Json;
using Pulumi.Utilities;

namespace Hardening.Preview.Tests.Capture;

public class CapturedInputsTests
{
    [Fact]
    public async Task Every_shape_of_input_is_captured_as_it_is_sent()
    {
        var spec = await SpecAsync(() => new WidgetSpecArgs
        {
            Items = { "a", "b" },
            Labels = { { "z", "1" }, { "a", "2" } },
            Anything = { { "list", new[] { "x" } }, { "map", new Dictionary<string, object> { ["n"] = 1, ["t"] = true } }, { "d", 1.5 } },
            Children = { new WidgetSpecArgs { Text = "child" } },
            Text = "text",
            Number = 2.5,
            Count = 3,
            Flag = false,
            Port = "http",
            Json = """{"b": [1, null], "a": "x", "n": null}""",
            Element = JsonDocument.Parse("[true]").RootElement,
            Plain = "plain",
            Late = Output.Create("late"),
            Child = new WidgetSpecArgs(),
        });

        Assert.Equal(
            "{anything: {d: 1.5, list: ['x'], map: {n: 1, t: true}}, child: {}, children: [{text: 'child'}], count: 3, element: [true], flag: false, items: ['a', 'b'], "
            + "json: {a: 'x', b: [1, null], n: null}, labels: {a: '2', z: '1'}, number: 2.5, output: 'late', plain: 'plain', port: 'http', text: 'text'}",
            Shape.Of(spec));
    }

    [Fact]
    public async Task Both_sides_of_a_union_are_captured()
    {
        Assert.Equal("{port: 80}", Shape.Of(await SpecAsync(() => new WidgetSpecArgs { Port = 80 })));
        Assert.Equal("{port: 'http'}", Shape.Of(await SpecAsync(() => new WidgetSpecArgs { Port = Output.Create("http") })));
    }

    [Fact]
    public async Task A_secret_is_marked_at_its_own_depth()
    {
        var spec = await SpecAsync(() => new WidgetSpecArgs
        {
            Items = { "plain", Output.CreateSecret("hidden") },
            Labels = { { "open", "1" }, { "hidden", Output.CreateSecret("2") } },
            Child = new WidgetSpecArgs { Text = Output.CreateSecret("deep") },
            Children = Output.CreateSecret(ImmutableArray.Create(new WidgetSpecArgs { Text = "in a secret list" })),
        });

        Assert.Equal("{child: {text: !'deep'}, children: ![{text: 'in a secret list'}], items: ['plain', !'hidden'], labels: {hidden: !'2', open: '1'}}", Shape.Of(spec));
    }

    [Fact]
    public async Task An_unknown_is_marked_at_its_own_depth_and_absence_is_not_unknown()
    {
        var spec = await SpecAsync(() => new WidgetSpecArgs
        {
            Items = { "known", OutputUtilities.CreateUnknown("later") },
            Text = OutputUtilities.CreateUnknown(""),
            Child = new WidgetSpecArgs { Labels = { { "a", OutputUtilities.CreateUnknown("") }, { "b", "1" } } },
        });

        Assert.Equal("{child: {labels: {a: ?, b: '1'}}, items: ['known', ?], text: ?}", Shape.Of(spec));
    }

    [Fact]
    public async Task A_value_may_be_unknown_and_secret()
    {
        var spec = await SpecAsync(() => new WidgetSpecArgs { Text = Output.CreateSecret("x").Apply(_ => OutputUtilities.CreateUnknown("")) });

        Assert.Equal("{text: !?}", Shape.Of(spec));
    }

    [Fact]
    public async Task Values_that_arrive_later_are_waited_for()
    {
        var spec = await SpecAsync(() => new WidgetSpecArgs
        {
            Text = Output.Create(LaterAsync("late")),
            Labels = Output.Create(LaterAsync(new Dictionary<string, string> { ["a"] = "b" }.ToImmutableDictionary())),
            Plain = "now",
            Late = Output.CreateSecret(LaterAsync("hidden")),
        });

        Assert.Equal("{labels: {a: 'b'}, output: !'hidden', plain: 'now', text: 'late'}", Shape.Of(spec));
    }

    [Fact]
    public async Task Nulls_are_left_out_of_objects_and_maps_and_stay_in_lists()
    {
        var spec = await SpecAsync(() => new WidgetSpecArgs
        {
            Items = new Input<string>[] { "a", Output.Create((string)null!) },
            Labels = { { "gone", Output.Create((string)null!) }, { "kept", "1" } },
            Text = Output.Create(LaterAsync((string)null!)),
        });

        Assert.Equal("{items: ['a', null], labels: {kept: '1'}}", Shape.Of(spec));
    }

    [Fact]
    public async Task An_empty_list_is_captured_and_an_unset_one_is_absent()
    {
        Assert.Equal("{items: []}", Shape.Of(await SpecAsync(() => new WidgetSpecArgs { Items = new InputList<string>() })));
        Assert.Equal("{}", Shape.Of(await SpecAsync(() => new WidgetSpecArgs())));
    }

    [Fact]
    public async Task What_the_program_changes_afterwards_is_not_captured()
    {
        var stack = await Run.WellAsync(() =>
        {
            var spec = new WidgetSpecArgs { Text = "before" };
            Widget.Create("widget", spec);
            spec.Text = "after";
        });

        Assert.Equal("{text: 'before'}", Shape.Of(stack.Named("widget").Inputs["spec"]));
    }

    [Fact]
    public async Task Members_that_the_sdk_loses_in_a_derived_class_are_absent_and_warned_about()
    {
        var stack = await Run.WellAsync(() => Widget.Create("widget", new DerivedSpecArgs { Items = { "lost" }, Text = "kept", Extra = "own" }));

        Assert.Equal("{extra: 'own', text: 'kept'}", Shape.Of(stack.Named("widget").Inputs["spec"]));
        var warning = Assert.Single(stack.Warnings);
        Assert.Equal(
            "kubernetes:example.com/v1:Widget \"widget\": items: DerivedSpecArgs derives from a class that keeps items in a private member, which the Pulumi SDK does not send; use WidgetSpecArgs itself",
            warning.ToString());
    }

    [Fact]
    public async Task ApiVersion_and_kind_are_captured_for_typed_kinds()
    {
        var stack = await Run.WellAsync(() => _ = new Pulumi.Kubernetes.Core.V1.Namespace("ns"));

        Assert.Equal("{apiVersion: 'v1', kind: 'Namespace'}", Shape.Of(stack.Named("ns").Inputs));
    }

    private static async Task<CapturedValue> SpecAsync(Func<WidgetSpecArgs> spec)
    {
        var stack = await Run.WellAsync(() => Widget.Create("widget", spec()));
        return stack.Named("widget").Inputs["spec"]!;
    }

    private static async Task<T> LaterAsync<T>(T value)
    {
        await Task.Delay(20);
        return value;
    }
}
