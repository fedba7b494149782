using System.Collections.Immutable;
using Pulumi.Tests.Support;

namespace Pulumi.Tests.Inputs;

public sealed class CollectionTests
{
    public static TheoryData<string, InputList<string>> Lists => new()
    {
        { "an item", "a" },
        { "an output of an item", Output.Create("a") },
        { "an input of an item", (Input<string>)"a" },
        { "an array", new[] { "a" } },
        { "an array of outputs", new[] { Output.Create("a") } },
        { "an array of inputs", new Input<string>[] { "a" } },
        { "a list", new List<string> { "a" } },
        { "a list of outputs", new List<Output<string>> { Output.Create("a") } },
        { "a list of inputs", new List<Input<string>> { "a" } },
        { "an immutable array", ImmutableArray.Create("a") },
        { "an immutable array of outputs", ImmutableArray.Create(Output.Create("a")) },
        { "an immutable array of inputs", ImmutableArray.Create<Input<string>>("a") },
        { "an output of an array", Output.Create(new[] { "a" }) },
        { "an output of a list", Output.Create(new List<string> { "a" }) },
        { "an output of a sequence", Output.Create<IEnumerable<string>>(["a"]) },
        { "an output of an immutable array", Output.Create(ImmutableArray.Create("a")) },
    };

    public static TheoryData<string, InputMap<object>> Maps => new()
    {
        { "a dictionary", new Dictionary<string, object> { ["k"] = "a" } },
        { "an immutable dictionary", ImmutableDictionary<string, object>.Empty.Add("k", "a") },
        { "an output of a dictionary", Output.Create(new Dictionary<string, object> { ["k"] = "a" }) },
        { "an output of a dictionary interface", Output.Create<IDictionary<string, object>>(new Dictionary<string, object> { ["k"] = "a" }) },
        { "an output of an immutable dictionary", Output.Create(ImmutableDictionary<string, object>.Empty.Add("k", "a")) },
    };

    [Theory]
    [MemberData(nameof(Lists))]
    public async Task A_list_can_be_made_of(string source, InputList<string> list)
    {
        Assert.NotEmpty(source);
        Assert.Equal(["a"], Run.Items(await SentList(list)));
        Assert.Equal("a", Assert.Single(await Run.Value((Output<ImmutableArray<string>>)list)));
    }

    [Theory]
    [MemberData(nameof(Maps))]
    public async Task A_map_can_be_made_of(string source, InputMap<object> map)
    {
        Assert.NotEmpty(source);
        var sent = (ImmutableDictionary<string, object>)(await SentMap(map))!;
        Assert.Equal("a", Assert.Single(sent, entry => entry.Key == "k").Value);
        Assert.Equal("a", (await Run.Value((Output<ImmutableDictionary<string, object>>)map))["k"]);
    }

    [Fact]
    public async Task A_list_grows_by_items_lists_and_outputs_in_order()
    {
        var list = new InputList<string> { "a", Output.Create("b") };
        list.Add("c", "d");
        list.AddRange(new[] { "e" });
        list.AddRange(Output.Create(new[] { "f" }));
        list.Add("g");
        InputList<string> more = new[] { "h" };
        list.Add(more);

        Assert.Equal("abcdefgh", string.Concat((ImmutableArray<object>)(await SentList(list))!));
    }

    [Fact]
    public async Task Concat_leaves_both_lists_as_they_were()
    {
        InputList<string> first = "a";
        InputList<string> second = Output.Create(new[] { "b" });

        Assert.Equal(["a", "b"], Run.Items(await SentList(first.Concat(second))));
        Assert.Equal(["a", "c"], Run.Items(await SentList(first.Concat("c"))));
        Assert.Equal(["a"], Run.Items(await SentList(first)));
    }

    [Fact]
    public async Task Enumerating_a_list_gives_its_items()
    {
        var items = new List<string>();
        await foreach (var item in new InputList<string> { "a", Output.Create("b") })
        {
            items.Add(await Run.Value((Output<string>)item));
        }

        Assert.Equal(["a", "b"], items);
    }

    [Fact]
    public async Task Enumerating_a_list_with_an_unknown_item_gives_nothing()
    {
        var list = new InputList<string> { "a", Utilities.OutputUtilities.CreateUnknown("b") };
        await foreach (var item in list)
        {
            Assert.Fail($"unexpected {item}");
        }
    }

    [Fact]
    public async Task Enumerating_a_map_gives_its_entries()
    {
        var entries = new Dictionary<string, object>();
        await foreach (var entry in new InputMap<object> { { "k", "a" }, { "l", Output.Create<object>("b") } })
        {
            var (key, value) = await Run.Value((Output<KeyValuePair<string, object>>)entry);
            entries.Add(key, value);
        }

        Assert.Equal(new Dictionary<string, object> { ["k"] = "a", ["l"] = "b" }, entries);
    }

    [Fact]
    public void A_list_or_map_cannot_be_enumerated_synchronously()
    {
        Assert.Throws<NotSupportedException>(() => ((System.Collections.IEnumerable)new InputList<string>()).GetEnumerator());
        Assert.Throws<NotSupportedException>(() => ((System.Collections.IEnumerable)new InputMap<string>()).GetEnumerator());
    }

    [Fact]
    public async Task A_map_is_set_by_key_and_grows_by_maps()
    {
        var map = new InputMap<object> { ["k"] = "a" };
        map.AddRange(new InputMap<object> { ["l"] = "b" });
        map.Add(new InputMap<object> { ["m"] = "c" });
        map.AddRange(Output.Create(new Dictionary<string, object> { ["n"] = "d" }));
        map["o"] = "e";

        var sent = (ImmutableDictionary<string, object>)(await SentMap(map))!;

        Assert.Equal("k=a l=b m=c n=d o=e", string.Join(' ', sent.OrderBy(entry => entry.Key).Select(entry => $"{entry.Key}={entry.Value}")));
    }

    [Fact]
    public async Task Merge_lets_the_second_map_win()
    {
        var known = InputMap<object>.Merge(new InputMap<object> { ["k"] = "a", ["l"] = "b" }, new InputMap<object> { ["k"] = "c" });
        var deferred = InputMap<object>.Merge(known, Output.Create(new Dictionary<string, object> { ["l"] = "d" }));

        var sent = (ImmutableDictionary<string, object>)(await SentMap(deferred))!;

        Assert.Equal("c", sent["k"]);
        Assert.Equal("d", sent["l"]);
    }

    [Fact]
    public async Task A_duplicate_map_key_with_the_same_value_is_fine()
    {
        var sent = (ImmutableDictionary<string, object>)(await SentMap(new InputMap<object> { { "k", "a" }, { "k", "a" } }))!;

        Assert.Equal("a", sent["k"]);
    }

    [Fact]
    public async Task A_duplicate_map_key_with_another_value_throws()
    {
        var failure = await Run.Failure(
            () => _ = new Probe("probe", new ProbeArgs { Map = new InputMap<object> { { "k", "a" }, { "k", "b" } } }));

        Assert.Contains("Key 'k' already exists in the map with a different value.", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Later_changes_to_an_args_object_are_not_mixed_up()
    {
        var args = new ProbeArgs { List = "a" };
        var mocks = await Run.Resources(() =>
        {
            _ = new Probe("first", args);
            args.List.Add("b");
            _ = new Probe("second", args);
        });

        Assert.Equal(["a"], Run.Items(mocks.InputsOf("first")["list"]));
        Assert.Equal(["a", "b"], Run.Items(mocks.InputsOf("second")["list"]));
    }

    private static async Task<object?> SentList(InputList<string> list)
    {
        var mocks = await Run.Resources(() => _ = new Probe("probe", new ProbeArgs { List = list }));
        return mocks.InputsOf("probe")["list"];
    }

    private static async Task<object?> SentMap(InputMap<object> map)
    {
        var mocks = await Run.Resources(() => _ = new Probe("probe", new ProbeArgs { Map = map }));
        return mocks.InputsOf("probe")["map"];
    }
}
