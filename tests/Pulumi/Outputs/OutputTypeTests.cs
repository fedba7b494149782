using System.Text.Json;
using Pulumi.Tests.Support;

namespace Pulumi.Tests.Outputs;

public sealed class OutputTypeTests
{
    [Fact]
    public async Task Constructor_parameter_names_are_the_wire_names()
    {
        var value = await Typed(new Dictionary<string, object>
        {
            ["name"] = "n",
            ["wire-name"] = "w",
            ["count"] = 3,
            ["ratio"] = 1.5,
            ["enabled"] = true,
            ["optional"] = 4,
            ["tags"] = new[] { "a", "b" },
            ["labels"] = new Dictionary<string, object> { ["k"] = "v" },
            ["children"] = new[] { new Dictionary<string, object> { ["name"] = "child" } },
            ["either"] = "text",
            ["level"] = 1,
            ["raw"] = new Dictionary<string, object> { ["x"] = new[] { 1 } },
            ["json"] = new Dictionary<string, object> { ["x"] = "\"" },
            ["volume"] = "Loud",
            ["notDeclared"] = "ignored",
        });

        Assert.Equal("n w 3 1.5 True 4 a,b k=v child text High Loud", value.ToString());
        Assert.Equal("""{"x":[1]}""", JsonSerializer.Serialize(value.Raw));
        Assert.Equal("\"", value.Json.GetProperty("x").GetString());
    }

    [Fact]
    public async Task What_the_state_lacks_is_null_or_the_default()
    {
        var value = await Typed([]);

        Assert.Null(value.Name);
        Assert.Equal(0, value.Count);
        Assert.Null(value.Optional);
        Assert.True(value.Tags.IsDefault);
        Assert.Null(value.Labels);
    }

    [Fact]
    public async Task What_has_another_shape_is_the_default_too()
    {
        var value = await Typed(new Dictionary<string, object>
        {
            ["name"] = 1, ["count"] = "x", ["optional"] = "x", ["tags"] = "x", ["labels"] = 1, ["enabled"] = "true", ["volume"] = true,
        });

        Assert.Null(value.Name);
        Assert.Equal(0, value.Count);
        Assert.Null(value.Optional);
        Assert.True(value.Tags.IsDefault);
        Assert.Null(value.Labels);
        Assert.False(value.Enabled);
    }

    [Fact]
    public async Task An_output_read_twice_is_the_same_object()
    {
        var resource = await Create(new Dictionary<string, object> { ["name"] = "n" });

        Assert.Same(await Run.Value(resource.Value), await Run.Value(resource.Value));
    }

    [Fact]
    public async Task An_output_type_given_back_as_an_input_is_sent_by_its_fields()
    {
        var mocks = new RecordingMocks();
        await Run.Resources(() => _ = new Probe("second", new ProbeArgs { Value = Output.Create<object>(Small.Of("n")) }), mocks);

        Assert.Equal("""{"name":"n"}""", JsonSerializer.Serialize(mocks.InputsOf("second")["value"]));
    }

    [Fact]
    public async Task A_resource_whose_output_is_not_an_Output_is_refused()
    {
        var failure = await Run.Failure(() => _ = new WrongResource("wrong"));

        Assert.Equal(
            "Output(s) 'text' have incorrect type. [Output] attributed properties must be instances of Output<T>.",
            Assert.IsType<RunException>(failure).Message);
    }

    [Fact]
    public async Task A_resource_whose_output_cannot_be_set_is_refused()
    {
        var failure = await Run.Failure(() => _ = new ReadOnlyResource("wrong"));

        Assert.Contains($"[Output] {typeof(ReadOnlyResource).FullName}.Text did not have a 'set' method", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_resource_whose_output_cannot_hold_what_arrives_is_refused()
    {
        var number = await Run.Failure(() => _ = new LongResource("wrong"));
        var list = await Run.Failure(() => _ = new ListResource("wrong"));

        Assert.Contains($"[Output] {typeof(LongResource).FullName}.Value contains invalid type System.Int64", number.Message, StringComparison.Ordinal);
        Assert.Contains(
            $"[Output] {typeof(ListResource).FullName}.Value contains invalid type {typeof(List<string>).FullName}", list.Message, StringComparison.Ordinal);
    }

    private static async Task<TypedResource> Create(Dictionary<string, object> value)
    {
        TypedResource? resource = null;
        var mocks = new RecordingMocks
        {
            Answer = _ => Task.FromResult<(string?, object)>(("id", new Dictionary<string, object> { ["value"] = value })),
        };
        await Run.Resources(() => resource = new TypedResource("typed"), mocks, isPreview: false);
        return resource!;
    }

    private static async Task<Everything> Typed(Dictionary<string, object> value) => await Run.Value((await Create(value)).Value);

    private sealed class TypedResource(string name) : CustomResource("test:index:Typed", name, args: null, options: null)
    {
        [Output("value")]
        public Output<Everything> Value { get; private set; } = null!;
    }

    private sealed class WrongResource(string name) : CustomResource("test:index:Wrong", name, args: null, options: null)
    {
        [Output("text")]
        public string Text { get; private set; } = null!;
    }

    private sealed class LongResource(string name) : CustomResource("test:index:Wrong", name, args: null, options: null)
    {
        [Output("value")]
        public Output<long> Value { get; private set; } = null!;
    }

    private sealed class ListResource(string name) : CustomResource("test:index:Wrong", name, args: null, options: null)
    {
        [Output("value")]
        public Output<List<string>> Value { get; private set; } = null!;
    }

    private sealed class ReadOnlyResource(string name) : CustomResource("test:index:Wrong", name, args: null, options: null)
    {
        [Output("text")]
        public Output<string> Text { get; } = null!;
    }
}
