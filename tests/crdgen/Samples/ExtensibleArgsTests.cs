using System.Collections;
using System.Collections.Immutable;
using System.Text.Json;
using Crdgen.Tests.Samples.Example.V1;
using Crdgen.Tests.Support;
using Hardening.Preview;
using Hardening.Preview.Tests.Support;
using Pulumi;
using Pulumi.KubernetesCrds.Tests.Support;
using Pulumi.Utilities;

namespace Crdgen.Tests.Samples;

/// <summary>Objects with declared members and others: typed properties beside <c>Extra</c>.</summary>
public class ExtensibleArgsTests
{
    [Fact]
    public async Task Declared_and_further_members_travel_side_by_side_in_objects_lists_and_maps()
    {
        var sent = await Sent.By(() => new Rack("it", new RackArgs
        {
            Spec = new RackSpecArgs
            {
                Shelves =
                {
                    new RackSpecRowsArgs { Label = "a", Capacity = 9_007_199_254_740_991, Codes = { 4_294_967_296, 7 }, Slot = 3, Tags = { "t" }, Notes = { ["n"] = "v" }, Extra = { ["depth"] = 1.5, ["extra2"] = true } },
                    new RackSpecRowsArgs { Label = "b", Slot = "top", ExtraValue = "e", AddMembersValue = false },
                },
                ShelvesByName = { ["c"] = new RackSpecRowsArgs { Label = "c", Extra = { ["nested"] = new RackSpecRowsArgs { Label = "d", Extra = { ["x"] = 1 } } } } },
                Rows = { ImmutableArray.Create(new RackSpecRowsArgs { Label = "r", Extra = { ["y"] = new[] { "1" } } }) },
                Settings = new RackSpecSettingsArgs { Level = "high", Extra = { ["colour"] = "red" } },
                Template = new RackSpecTemplateArgs { Kind = RackSpecTemplateKind.Pod, Extra = { ["spec"] = JsonDocument.Parse("""{"a":[1,null]}""").RootElement } },
                Extra = { ["more"] = new Dictionary<string, object> { ["k"] = "v" } },
            },
        }));

        Assert.Equal(
            """
            {"apiVersion":"samples.example.com/v1","kind":"Rack","spec":{
            "more":{"k":"v"},
            "rows":[[{"label":"r","y":["1"]}]],
            "settings":{"colour":"red","level":"high"},
            "shelves":[{"capacity":9007199254740991,"codes":[4294967296,7],"depth":1.5,"extra2":true,"label":"a","notes":{"n":"v"},"slot":3,"tags":["t"]},
            {"addMembers":false,"extra":"e","label":"b","slot":"top"}],
            "shelvesByName":{"c":{"label":"c","nested":{"label":"d","x":1}}},
            "template":{"kind":"Pod","spec":{"a":[1,null]}}}}
            """.Replace("\n", "", StringComparison.Ordinal),
            sent.Inputs);
    }

    [Fact]
    public async Task Null_is_absent_an_empty_collection_is_not_and_an_entry_takes_the_place_of_a_declared_member()
    {
        var sent = await Sent.By(() => new Rack("it", new RackArgs
        {
            Spec = new RackSpecArgs
            {
                Shelves = new InputList<RackSpecRowsArgs>(),
                Settings = new RackSpecSettingsArgs { Level = "typed", Extra = { ["level"] = 7, ["none"] = null } },
                Template = new RackSpecTemplateArgs(),
            },
        }));

        Assert.Equal("""{"apiVersion":"samples.example.com/v1","kind":"Rack","spec":{"settings":{"level":7},"shelves":[],"template":{}}}""", sent.Inputs);
    }

    [Fact]
    public async Task Secrets_and_unknown_values_keep_their_places_in_a_preview()
    {
        var stack = await StackCapture.RunAsync(
            options => new ProgramStack(options, () => _ = new Rack("it", new RackArgs
            {
                Spec = new RackSpecArgs
                {
                    Shelves =
                    {
                        new RackSpecRowsArgs { Label = Pulumi.Output.CreateSecret("hidden"), Extra = { ["open"] = "1", ["closed"] = Pulumi.Output.CreateSecret("2") } },
                        Pulumi.Output.CreateSecret(new RackSpecRowsArgs { Label = "all" }),
                    },
                    Settings = new RackSpecSettingsArgs { Level = OutputUtilities.CreateUnknown(""), Extra = { ["colour"] = OutputUtilities.CreateUnknown("") } },
                    Extra = { ["late"] = Pulumi.Output.Create(Later()) },
                },
            })),
            new CaptureOptions { Project = "tests", Stack = "dev" });

        Assert.Empty(stack.Errors);
        Assert.Equal(
            "{late: 'now', settings: {colour: ?, level: ?}, shelves: [{closed: !'2', label: !'hidden', open: '1'}, !{label: 'all'}]}",
            Shape.Of(Assert.Single(stack.Resources, resource => resource.Name == "it").Inputs["spec"]));
    }

    [Fact]
    public void As_a_dictionary_it_can_be_read_but_not_written()
    {
        IDictionary members = new RackSpecSettingsArgs { Level = "l", Extra = { ["a"] = 1 } };

        Assert.Equal(2, members.Count);
        Assert.Equal(["a", "level"], members.Keys.Cast<string>().Order(StringComparer.Ordinal));
        Assert.Equal(1, members["a"]);
        Assert.Null(members["b"]);
        Assert.True(members.Contains("level"));
        Assert.Equal("Set the properties of the args, and further members in Extra.", Assert.Throws<NotSupportedException>(() => members["a"] = 2).Message);
        Assert.Throws<NotSupportedException>(() => members.Add("b", 2));
        Assert.Throws<NotSupportedException>(members.Clear);
        Assert.Equal(2, members.Count);
    }

    private static async Task<string> Later()
    {
        await Task.Delay(20);
        return "now";
    }
}
