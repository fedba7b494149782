using System.Collections.Immutable;
using Crdgen.Tests.Samples.Example.V1;
using Crdgen.Tests.Support;

namespace Crdgen.Tests.Samples;

/// <summary>What the API server returns is typed, and no value of its makes a program fail.</summary>
public class OutputsTests
{
    [Fact]
    public async Task Every_construct_is_read_under_its_name_in_CSharp()
    {
        var spec = await Spec(
            """
            {
              "$ref": "r", "-": "dash", "1st": "first", "anything": { "deep": [1] }, "big": 9007199254740991, "bigs": [1, 2], "class": "c", "count": 1, "either": 8080,
              "enabled": false, "foo-bar": "kebab", "fooBar": "camel", "free": { "x": 1 }, "limits": { "cpu": 2, "memory": "1Gi" }, "listsByName": { "a": ["b"] },
              "matrix": [[1, 2.5]], "mode": "2xx", "name": "n", "port": "http", "ports": [{ "number": 80, "protocol": "TCP" }], "portsByName": { "web": { "number": 81 } },
              "ratio": 0.5, "template": { "kind": "Pod" }, "tree": { "known": "k", "unknown": 1 }, "widgetSpec": { "widgetSpecWidgetSpecArgs": "w" }
            }
            """);

        Assert.Equal(("r", "dash", "first", "c", "kebab", "camel"), (spec.Ref, spec.Value, spec._1st, spec.Class, spec.FooBar2, spec.FooBar));
        Assert.Equal((9_007_199_254_740_991, 1, false, 0.5), (spec.Big, spec.Count, spec.Enabled, spec.Ratio));
        Assert.Equal([1d, 2d], spec.Bigs.AsEnumerable());
        Assert.Equal(8080, spec.Either?.Value);
        Assert.Equal("http", spec.Port?.Value);
        Assert.Equal("1Gi", spec.Limits["memory"].Value);
        Assert.Equal(["b"], spec.ListsByName["a"].AsEnumerable());
        Assert.Equal([1, 2.5], Assert.Single(spec.Matrix).AsEnumerable());
        Assert.Equal(WidgetSpecMode._2xx, spec.Mode);
        Assert.Equal((80, "TCP"), (Assert.Single(spec.Ports).Number, spec.Ports[0].Protocol));
        Assert.Equal(81, spec.PortsByName["web"].Number);
        Assert.Equal(1d, spec.Free["x"]);
        Assert.Equal("Pod", spec.Template["kind"]);
        Assert.Equal("k", spec.Tree?.Known);
        Assert.Equal("w", spec.WidgetSpecValue?.WidgetSpecWidgetSpecArgsValue);
        Assert.Equal<object>([1d], (ImmutableArray<object>)((ImmutableDictionary<string, object>)spec.Anything!)["deep"]);
    }

    [Fact]
    public async Task What_is_missing_is_null_or_empty()
    {
        var spec = await Spec("{}");

        Assert.Equal((null, null, null, null), (spec.Count, spec.Enabled, spec.Tree, spec.Port));
        Assert.Empty(spec.Ports);
        Assert.Empty(spec.Free);
        Assert.Null(spec.Anything);
    }

    [Theory]
    [InlineData("""{ "count": null, "ports": null, "free": null, "port": null, "tree": null, "name": null, "matrix": null }""")]
    [InlineData("""{ "count": "3", "ports": {}, "free": [], "port": true, "tree": "t", "name": 1, "matrix": [1], "limits": { "cpu": [] }, "enabled": "yes", "ratio": "x" }""")]
    [InlineData("""{ "ports": [null, { "number": null }, { "extra": 1 }], "limits": { "cpu": null }, "matrix": [null, [null]], "bigs": [null] }""")]
    public async Task No_state_makes_reading_fail(string state)
    {
        var spec = await Spec(state);

        Assert.Null(spec.Count);
        Assert.Null(spec.Tree);
    }

    [Fact]
    public async Task The_status_is_read_and_is_null_where_there_is_none()
    {
        Assert.Equal("Ready", await Returned.From("""{ "status": { "phase": "Ready" } }""", () => Widget().Status.Apply(status => status?.Phase)));
        Assert.Null(await Returned.From("{}", () => Widget().Status));
    }

    private static Task<Example.V1.Outputs.WidgetSpec> Spec(string spec) => Returned.From($$"""{ "spec": {{spec}} }""", () => Widget().Spec);

    private static Widget Widget() => Example.V1.Widget.Get("it", "default/it");
}
