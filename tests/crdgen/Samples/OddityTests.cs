using System.Collections.Immutable;
using Crdgen.Tests.Samples.Example.V1;
using Crdgen.Tests.Support;
using Pulumi.KubernetesCrds.Tests.Support;
using Global = Crdgen.Tests.Samples.System.Pulumi.Global.V1;

namespace Crdgen.Tests.Samples;

/// <summary>Schemas that are legal and rarely met compile, arrive on the wire as they are meant, and can be read back.</summary>
public class OddityTests
{
    [Fact]
    public async Task Rare_constructs_arrive_under_their_names_on_the_wire()
    {
        var sent = await Sent.By(() => new Oddity("it", new OddityArgs
        {
            Data = { ["k"] = "v" },
            Rules = { new OddityRulesArgs { Verbs = { "get" } } },
            Replicas = 2,
            GetValue = true,
            OddityArgsValue = "o",
            Spec = new OdditySpecArgs
            {
                Levels = OdditySpecLevels.Minus1,
                Typeless = new OdditySpecTypelessArgs { Inner = { OdditySpecTypelessInner.A } },
                EnumOnly = OdditySpecEnumOnly._2,
                AnyEnum = "free",
                Ratios = { OdditySpecRatios._0Point5, 7 },
                Grid = { ImmutableArray.Create(OdditySpecGrid.N) },
                Modes = { ["a"] = OdditySpecModes.GreaterEqual, ["b"] = OdditySpecModes.AB, ["c"] = OdditySpecModes.Greater },
                Flag = OdditySpecFlag.True,
                ListOfAny = new object[] { 1, "two", true },
                Closed = new OdditySpecClosedArgs { Only = "o" },
                MapsOfListsOfMaps = { ["m"] = ImmutableArray.Create(ImmutableDictionary<string, OdditySpecMapsOfListsOfMapsArgs>.Empty.Add("n", new OdditySpecMapsOfListsOfMapsArgs { Deep = 1 })) },
                PortOrName = 80,
                Totals = { ["big"] = 9_007_199_254_740_991L, ["small"] = 1 },
                Embedded = new OdditySpecEmbeddedArgs { ApiVersion = "v1", Kind = "Pod", Metadata = { ["name"] = "p" }, Spec = new OdditySpecEmbeddedSpecArgs { NodeName = "n" } },
                EmbeddedBare = new OdditySpecEmbeddedBareArgs { ApiVersion = "v1", Kind = "Pod", Metadata = { ["name"] = "p" }, Spec = new OdditySpecEmbeddedSpecArgs { NodeName = "n" } },
                EmbeddedOpen = new OdditySpecEmbeddedOpenArgs { ApiVersion = "v1", Kind = "Pod", Metadata = new OdditySpecEmbeddedOpenMetadataArgs { Name = "p" }, Extra = { ["spec"] = "any" } },
                Branches = new OdditySpecBranchesArgs { Both = new OdditySpecBranchesBothArgs { Here = "h", There = "t" }, Left = "l", Right = { "r" }, Clash = 1 },
                Choice = new OdditySpecClosedArgs { Only = "any value" },
                NumberOrInteger = 1.5,
                EqualsValue = "e",
                Empties = new OdditySpecEmptiesArgs { EmptyValue = "1", FinalizeValue = "2", Object = "3", Operator = "4" },
                Foo = "upper and lower",
                Foo2 = "lower",
                FOO = "upper",
                GrE = "g",
                Value = "name",
                ABC = "path",
            },
        }));

        Assert.Equal(
            """
            {"apiVersion":"samples.example.com/v1","data":{"k":"v"},"get":true,"kind":"Oddity","oddityArgs":"o","replicas":2,"rules":[{"verbs":["get"]}],"spec":{
            "FOO":"upper","Foo":"upper and lower","a.b/c":"path","anyEnum":"free",
            "branches":{"both":{"here":"h","there":"t"},"clash":1,"left":"l","right":["r"]},
            "choice":{"only":"any value"},"closed":{"only":"o"},
            "embedded":{"apiVersion":"v1","kind":"Pod","metadata":{"name":"p"},"spec":{"nodeName":"n"}},
            "embeddedBare":{"apiVersion":"v1","kind":"Pod","metadata":{"name":"p"},"spec":{"nodeName":"n"}},
            "embeddedOpen":{"apiVersion":"v1","kind":"Pod","metadata":{"name":"p"},"spec":"any"},
            "empties":{"empty":"1","finalize":"2","object":"3","operator":"4"},
            "enumOnly":2,"equals":"e","flag":true,"foo":"lower","grid":[["N"]],"gr\u00F6\u00DFe":"g","levels":-1,"listOfAny":[1,"two",true],
            "mapsOfListsOfMaps":{"m":[{"n":{"deep":1}}]},"modes":{"a":"\u003E=","b":"a-b","c":"]]\u003E"},
            "numberOrInteger":1.5,"portOrName":80,"ratios":[0.5,7],"totals":{"big":9007199254740991,"small":1},"typeless":{"inner":["a"]},"\u540D\u524D":"name"}}
            """.Replace("\n", "", StringComparison.Ordinal),
            sent.Inputs);
    }

    [Fact]
    public async Task Rare_constructs_are_read_back()
    {
        var spec = await Returned.From(
            """{ "spec": { "branches": { "both": { "there": "t" } }, "foo": "lower", "levels": 9007199254740993, "mapsOfListsOfMaps": { "m": [{ "n": { "deep": 1 } }] }, "名前": "n" } }""",
            () => Get().Spec);

        Assert.Equal(("t", "lower", "n"), (spec!.Branches?.Both.There, spec.Foo2, spec.Value));
        Assert.Equal(9_007_199_254_740_992d, spec.Levels);
        Assert.Equal(1, spec.MapsOfListsOfMaps["m"][0]["n"].Deep);
    }

    [Fact]
    public async Task The_identity_of_an_object_inside_an_object_is_read_back_though_no_schema_declares_it()
    {
        var spec = await Returned.From(
            """{ "spec": { "embeddedBare": { "apiVersion": "v1", "kind": "Pod", "metadata": { "name": "p" } }, "embeddedOpen": { "kind": "Job", "metadata": { "name": "j" } } } }""",
            () => Get().Spec);

        Assert.Equal(("v1", "Pod", "p"), (spec!.EmbeddedBare?.ApiVersion, spec.EmbeddedBare?.Kind, spec.EmbeddedBare?.Metadata["name"]));
        Assert.Equal((null, "Job", "j"), (spec.EmbeddedOpen?.ApiVersion, spec.EmbeddedOpen?.Kind, spec.EmbeddedOpen?.Metadata?.Name));
    }

    [Fact]
    public async Task Root_members_are_read_back_beside_those_of_every_resource()
    {
        const string State = """{ "data": { "k": "v" }, "rules": [{ "verbs": ["get"] }], "status": { "free": 1 } }""";

        Assert.Equal("v", await Returned.From(State, () => Get().Data.Apply(data => data!["k"])));
        Assert.Equal("get", await Returned.From(State, () => Get().Rules.Apply(rules => rules[0].Verbs[0])));
        Assert.Equal(1d, await Returned.From(State, () => Get().Status.Apply(status => ((ImmutableDictionary<string, object>)status!)["free"])));
    }

    [Fact]
    public async Task Kinds_named_like_namespaces_members_and_each_other_work()
    {
        Assert.Equal(
            """{"apiVersion":"global.pulumi.system/v1","kind":"Pulumi","spec":{"pulumi":{"value":1}}}""",
            (await Sent.By(() => new Global.Pulumi("it", new Global.PulumiArgs { Spec = new Global.PulumiSpecArgs { Pulumi = new Global.PulumiSpecPulumiArgs { Value = 1 } } }))).Inputs);
        Assert.Equal("kubernetes:global.pulumi.system/v1:Outputs", (await Sent.By(() => new Global.Outputs2("it", new Global.Outputs2Args()))).Type);
        Assert.Equal("kubernetes:global.pulumi.system/v1:Get", (await Sent.By(() => new Global.GetResource("it", new Global.GetResourceArgs()))).Type);
        Assert.Equal("kubernetes:global.pulumi.system/v1:FooArgs", (await Sent.By(() => new Global.FooArgs2("it", new Global.FooArgs2Args()))).Type);
        Assert.Equal("kubernetes:global.pulumi.system/v1:Foo", (await Sent.By(() => new Global.Foo("it", new Global.FooArgs()))).Type);
        Assert.Equal("kubernetes:global.pulumi.system/v1:V1", (await Sent.By(() => new Global.V1("it", new Global.V1Args()))).Type);
    }

    [Fact]
    public async Task A_patch_requires_nothing_and_a_list_holds_objects()
    {
        var patch = await Sent.By(() => new RackPatch("it", new RackPatchArgs { Spec = new RackSpecPatchArgs { Shelves = { new RackSpecRowsPatchArgs { Slot = 1 } } } }));
        var list = await Sent.By(() => new RackList("it", new RackListArgs { Items = { new RackArgs { Spec = new RackSpecArgs() } } }));

        Assert.Equal(("kubernetes:samples.example.com/v1:RackPatch", """{"apiVersion":"samples.example.com/v1","kind":"Rack","spec":{"shelves":[{"slot":1}]}}"""), (patch.Type, patch.Inputs));
        Assert.Equal(
            ("kubernetes:samples.example.com/v1:RackList", """{"apiVersion":"samples.example.com/v1","items":[{"apiVersion":"samples.example.com/v1","kind":"Rack","spec":{}}],"kind":"RackList"}"""),
            (list.Type, list.Inputs));
    }

    private static Oddity Get() => Oddity.Get("it", "default/it");
}
