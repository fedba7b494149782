using System.Collections.Immutable;
using Pulumi.Tests.Support;

namespace Pulumi.Tests.Inputs;

public sealed class NullAndEmptyTests
{
    [Fact]
    public async Task A_property_not_set_or_set_to_null_is_an_absent_key()
    {
        var mocks = await Run.Resources(() => _ = new Probe("probe", new ProbeArgs { Text = null, Value = "x" }));

        Assert.Equal(["value"], mocks.InputsOf("probe").Keys);
    }

    [Fact]
    public async Task A_map_entry_with_null_value_is_an_absent_key()
    {
        var map = await Sent(new ProbeArgs { Map = { { "kept", "x" }, { "dropped", (Input<object>)null! } } }, "map");

        Assert.Equal(["kept"], Assert.IsType<ImmutableDictionary<string, object>>(map).Keys);
    }

    [Fact]
    public async Task A_list_element_null_is_null_kept_in_the_list()
    {
        InputList<string> list = new string[] { "a", null!, "b" };

        Assert.Equal(["a", null, "b"], Run.Items(await Sent(new ProbeArgs { List = list }, "list")));
    }

    [Fact]
    public async Task A_new_InputList_or_a_new_InputMap_assigned_is_sent_empty()
    {
        var args = new ProbeArgs { List = new InputList<string>(), Map = new InputMap<object>() };

        Assert.Empty((ImmutableArray<object>)(await Sent(args, "list"))!);
        Assert.Empty((ImmutableDictionary<string, object>)(await Sent(args, "map"))!);
    }

    [Fact]
    public async Task An_empty_collection_initialiser_is_absent()
    {
        Assert.Null(await Sent(new ProbeArgs { List = { }, Map = { } }, "list"));
    }

    [Fact]
    public async Task Merely_reading_a_list_or_map_property_makes_the_getter_create_it()
    {
        var args = new ProbeArgs();
        _ = args.List;
        _ = args.Map;

        Assert.NotNull(await Sent(args, "list"));
        Assert.NotNull(await Sent(args, "map"));
    }

    [Fact]
    public async Task New_args_without_members_are_an_empty_object()
    {
        var nested = await Sent(new ProbeArgs { Nested = new NestedArgs() }, "nested");

        Assert.Empty(Assert.IsType<ImmutableDictionary<string, object>>(nested));
    }

    [Fact]
    public async Task A_default_immutable_array_is_sent_empty()
    {
        var list = await Sent(new ProbeArgs { List = default(ImmutableArray<string>) }, "list");

        Assert.Empty((ImmutableArray<object>)list!);
    }

    [Fact]
    public async Task A_required_input_fails_only_when_null_at_serialisation()
    {
        var args = new StrictArgs();

        var failure = await Run.Failure(() => _ = new CustomResource("test:index:Strict", "strict", args, options: null));

        Assert.Contains(
            $"[Input] {typeof(StrictArgs).FullName}.Name is required but was not given a value", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_required_input_of_nested_args_fails_with_the_property_that_holds_them()
    {
        var failure = await Run.Failure(() => _ = new Probe("probe", new ProbeArgs { Value = new StrictArgs() }));

        Assert.Contains("error serializing property \"value\": [Input] ", failure.Message, StringComparison.Ordinal);
    }

    private static async Task<object?> Sent(ProbeArgs args, string key)
    {
        var mocks = await Run.Resources(() => _ = new Probe("probe", args));
        return mocks.InputsOf("probe").GetValueOrDefault(key);
    }

    private sealed class StrictArgs : ResourceArgs
    {
        [Input("name", required: true)]
        public Input<string> Name { get; set; } = null!;
    }
}
