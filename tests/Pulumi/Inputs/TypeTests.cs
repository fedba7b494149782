using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using Pulumi.Tests.Outputs;
using Pulumi.Tests.Support;

namespace Pulumi.Tests.Inputs;

public sealed class TypeTests
{
    [Theory]
    [InlineData(7)]
    [InlineData(7.0)]
    public async Task Numbers_arrive_in_mocks_as_double(object number)
    {
        Assert.Equal(7.0, Assert.IsType<double>(await Run.Sent(number)));
    }

    [Fact]
    public async Task Collections_arrive_as_ImmutableArray_and_ImmutableDictionary_of_object()
    {
        var sent = await Run.Sent(new Dictionary<string, object> { ["list"] = new[] { 1, 2 } });

        var list = Assert.IsType<ImmutableDictionary<string, object>>(sent)["list"];
        Assert.Equal([1.0, 2.0], Run.Items(list));
    }

    [Fact]
    public async Task A_map_of_object_accepts_bool_int_double_string_JsonElement_IList_IDictionary_args_inputs_outputs_and_enums()
    {
        var map = new InputMap<object>
        {
            { "bool", true },
            { "int", 1 },
            { "double", 1.5 },
            { "string", "x" },
            { "json", JsonSerializer.SerializeToElement(new { a = new object?[] { 1, "b", false, null } }) },
            { "null", JsonSerializer.SerializeToElement(new { b = (string?)null }) },
            { "list", new List<string> { "x" } },
            { "dictionary", new Dictionary<string, int> { ["k"] = 1 } },
            { "args", new NestedArgs { Text = "x" } },
            { "output", Output.Create<object>("x") },
            { "enum", Level.High },
        };

        var mocks = await Run.Resources(() => _ = new Probe("probe", new ProbeArgs { Map = map }));
        var sent = (ImmutableDictionary<string, object>)mocks.InputsOf("probe")["map"];

        Assert.Equal(
            """{"args":{"text":"x"},"bool":true,"dictionary":{"k":1},"double":1.5,"enum":1,"int":1,"json":{"a":[1,"b",false,null]},"list":["x"],"null":{"b":null},"output":"x","string":"x"}""",
            JsonSerializer.Serialize(new SortedDictionary<string, object>(sent, StringComparer.Ordinal)));
    }

    public static TheoryData<object> Rejected =>
    [
        7L,
        1.5f,
        JsonValue.Create("x"),
        new { Name = "x" },
        new[] { "x" }.Select(item => item + "y"),
    ];

    [Theory]
    [MemberData(nameof(Rejected))]
    public async Task It_rejects_long_float_JsonNode_anonymous_objects_and_LINQ_sequences(object value)
    {
        var failure = await Run.Failure(() => _ = new Probe("probe", new ProbeArgs { Value = value }));

        Assert.Contains(
            $"error serializing property \"value\": {value.GetType().FullName} is not a supported argument type.", failure.Message, StringComparison.Ordinal);
        Assert.Contains("\tresource:probe[test:index:Probe].value.id", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failure_names_the_place_with_an_id_for_each_input_on_the_way()
    {
        var args = new ProbeArgs { Map = { { "list", new List<object> { new Dictionary<string, object> { ["x"] = 7L } } } } };

        var failure = await Run.Failure(() => _ = new Probe("probe", args));

        Assert.Contains("\tresource:probe[test:index:Probe].map.id.list.id[0].x", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tasks_are_not_allowed_inside_args()
    {
        var failure = await Run.Failure(() => _ = new Probe("probe", new ProbeArgs { Value = Task.FromResult("x") }));

        Assert.Contains("Tasks are not allowed inside ResourceArgs.", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_string_enumeration_is_sent_as_its_string()
    {
        Assert.Equal("Loud", await Run.Sent(Volume.Loud));
    }

    [Fact]
    public async Task A_union_is_sent_as_the_value_it_holds()
    {
        InputUnion<int, string> number = 7;
        InputUnion<int, string> text = Output.Create("x");
        var mocks = await Run.Resources(() =>
        {
            _ = new UnionProbe("number", new UnionArgs { Value = number });
            _ = new UnionProbe("text", new UnionArgs { Value = text });
            _ = new UnionProbe("input", new UnionArgs { Value = (Input<string>)"y" });
        });

        Assert.Equal(7.0, mocks.InputsOf("number")["value"]);
        Assert.Equal("x", mocks.InputsOf("text")["value"]);
        Assert.Equal("y", mocks.InputsOf("input")["value"]);
    }

    [Fact]
    public async Task A_JSON_input_is_sent_as_the_value_it_describes()
    {
        InputJson text = """{"a":[1,true]}""";
        InputJson later = Output.Create("""{"a":[1,true]}""");
        var mocks = await Run.Resources(() =>
        {
            _ = new JsonProbe("text", new JsonArgs { Value = text });
            _ = new JsonProbe("later", new JsonArgs { Value = later });
        });

        Assert.Equal("""{"a":[1,true]}""", JsonSerializer.Serialize(mocks.InputsOf("text")["value"]));
        Assert.Equal("""{"a":[1,true]}""", JsonSerializer.Serialize(mocks.InputsOf("later")["value"]));
    }

    [Fact]
    public async Task Keys_that_begin_with_two_underscores_belong_to_the_engine_and_are_dropped()
    {
        var sent = await Run.Sent(new Dictionary<string, object> { ["__internal"] = "x", ["_own"] = "y" });

        Assert.Equal(["_own"], ((ImmutableDictionary<string, object>)sent!).Keys);
    }

    private sealed class UnionProbe(string name, UnionArgs args) : CustomResource("test:index:Union", name, args, options: null);

    private sealed class UnionArgs : ResourceArgs
    {
        [Input("value")]
        public InputUnion<int, string>? Value { get; set; }
    }

    private sealed class JsonProbe(string name, JsonArgs args) : CustomResource("test:index:Json", name, args, options: null);

    private sealed class JsonArgs : ResourceArgs
    {
        [Input("value")]
        public InputJson? Value { get; set; }
    }
}
