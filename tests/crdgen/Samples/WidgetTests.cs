using System.Collections.Immutable;
using Crdgen.Tests.Samples.Example.V1;
using Pulumi;
using Pulumi.KubernetesCrds.Tests.Support;
using Like = Crdgen.Tests.Samples.Org.Example.PulumiLike.V1alpha1;

namespace Crdgen.Tests.Samples;

/// <summary>The generated samples compile, and what is set on them arrives on the wire under the schema's names.</summary>
public class WidgetTests
{
    [Fact]
    public async Task Every_construct_arrives_under_its_name_on_the_wire()
    {
        var inputs = await Inputs(() => new Widget("it", new WidgetArgs
        {
            Spec = new WidgetSpecArgs
            {
                Name = "n",
                Mode = WidgetSpecMode._2xx,
                Modes = { WidgetSpecModes.One, "Three" },
                Count = 1,
                Small = 2,
                Big = 9_007_199_254_740_991,
                Bigs = { 1, 2 },
                Ratio = 0.5,
                Enabled = false,
                Port = "http",
                Either = 8080,
                Limits = { { "cpu", 2 }, { "memory", "1Gi" } },
                Ports = { new WidgetSpecMorePortsArgs { Number = 80, Protocol = WidgetSpecMorePortsProtocol.TCP } },
                PortsByName = { ["web"] = new WidgetSpecMorePortsArgs { Number = 81 } },
                ListsByName = { ["a"] = ImmutableArray.Create("b") },
                Matrix = { ImmutableArray.Create(1.0, 2.5) },
                Anything = true,
                Free = { ["x"] = 1 },
                Template = { ["kind"] = "Pod" },
                Tree = new WidgetSpecTreeArgs { Known = "k" },
                Ref = "r",
                Value = "dash",
                _1st = "first",
                Class = "c",
                Default = "d",
                FooBar = "camel",
                FooBar2 = "kebab",
                GetTypeValue = "t",
                EqualsValue = "e",
                WidgetSpecValue = new WidgetSpecWidgetSpecArgs { WidgetSpecWidgetSpecArgsValue = "w" },
            },
        }));

        Assert.Equal(
            """
            {
              "apiVersion": "samples.example.com/v1",
              "kind": "Widget",
              "spec": {
                "$ref": "r",
                "-": "dash",
                "1st": "first",
                "anything": true,
                "big": 9007199254740991,
                "bigs": [1, 2],
                "class": "c",
                "count": 1,
                "default": "d",
                "either": 8080,
                "enabled": false,
                "equals": "e",
                "foo-bar": "kebab",
                "fooBar": "camel",
                "free": { "x": 1 },
                "getType": "t",
                "limits": { "cpu": 2, "memory": "1Gi" },
                "listsByName": { "a": ["b"] },
                "matrix": [[1, 2.5]],
                "mode": "2xx",
                "modes": ["One", "Three"],
                "name": "n",
                "port": "http",
                "ports": [{ "number": 80, "protocol": "TCP" }],
                "portsByName": { "web": { "number": 81 } },
                "ratio": 0.5,
                "small": 2,
                "template": { "kind": "Pod" },
                "tree": { "known": "k" },
                "widgetSpec": { "widgetSpecWidgetSpecArgs": "w" }
              }
            }
            """.Replace("\n", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal),
            inputs);
    }

    [Fact]
    public async Task Kinds_named_like_types_of_the_SDK_work()
    {
        var inputs = await Inputs(() => new Like.Input("it", new Like.InputArgs { Spec = new Like.InputSpecArgs { Value = "v", List = { "l" } } }));

        Assert.Equal("""{"apiVersion":"pulumi-like.example.org/v1alpha1","kind":"Input","spec":{"list":["l"],"value":"v"}}""", inputs);
    }

    [Fact]
    public void A_deprecated_version_is_obsolete_with_the_message_of_its_definition()
    {
        var attribute = typeof(Example.V1.Box).Assembly.GetType("Crdgen.Tests.Samples.Example.V1beta1.Box")!
            .GetCustomAttributes(typeof(ObsoleteAttribute), inherit: false);

        Assert.Equal("samples.example.com/v1beta1 Box is deprecated; use \"v1\"", ((ObsoleteAttribute)Assert.Single(attribute)).Message);
    }

    private static async Task<string> Inputs(Func<Resource> create) => (await Sent.By(create)).Inputs;
}
