using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.CompilerServices;
using Crdgen.Tests.ComparisonTable.Support;
using Crdgen.Tests.Samples.Example.V1;
using Crdgen.Tests.Support;
using Pulumi;
using Pulumi.KubernetesCrds.Tests.Support;
using KubernetesResource = Pulumi.Kubernetes.ApiExtensions.CustomResource;

namespace Crdgen.Tests.ComparisonTable;

/// <summary>The rows of the comparison table that concern the C# types, shown on the compiled samples.</summary>
public class TypesTests
{
    private static readonly Type[] Types = [.. typeof(Widget).Assembly.GetExportedTypes().Where(type => type.Namespace!.StartsWith("Crdgen.Tests.Samples.", StringComparison.Ordinal))];

    [Fact]
    public async Task Emits_Pulumi_CSharp_resources()
    {
        var constructor = typeof(Widget).GetConstructor([typeof(string), typeof(WidgetArgs), typeof(CustomResourceOptions)]);
        Assert.NotNull(constructor);
        Assert.True(constructor.GetParameters()[2].HasDefaultValue);
        Assert.True(typeof(Widget).IsSubclassOf(typeof(KubernetesResource)));
        Assert.True(typeof(WidgetSpecArgs).IsSubclassOf(typeof(ResourceArgs)));

        var sent = await Sent.By(() => new Widget("it", new WidgetArgs { Spec = Widgets.Spec() }));

        Assert.Equal(("kubernetes:samples.example.com/v1:Widget", "it"), (sent.Type, sent.Name));
    }

    [Fact]
    public void Patch_and_List_noise()
    {
        var resources = Types.Where(type => type.IsSubclassOf(typeof(KubernetesResource))).ToList();

        Assert.Contains(typeof(Widget), resources);
        Assert.Equal(typeof(RackList), Assert.Single(resources, type => type.GetField("KindName") is null));
        Assert.DoesNotContain(Types.Except([typeof(RackList), typeof(RackPatch)]), type => type.Name.EndsWith("Patch", StringComparison.Ordinal) || type.Name.EndsWith("List", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("", false, false)]
    [InlineData("--patch", true, false)]
    [InlineData("--list", false, true)]
    public void Patch_and_List_noise_is_made_when_asked(string option, bool patch, bool list)
    {
        using var folder = new Folder();
        folder.Write("in/one.yaml", Crd.WithSpec("{ type: string }", "One"));

        Assert.Equal(0, folder.Generate(option.Length == 0 ? [] : [option]).ExitCode);

        var code = string.Concat(folder.Generated().Where(file => file.EndsWith(".cs", StringComparison.Ordinal)).Select(folder.Read));
        Assert.Equal(patch, code.Contains("class OnePatch ", StringComparison.Ordinal));
        Assert.Equal(list, code.Contains("class OneList ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Enums()
    {
        Assert.Equal(["", "*", "2xx", "kube-api", "kubeApi", "off", "on"], Constants(typeof(WidgetSpecMode)).Order(StringComparer.Ordinal));

        var spec = Widgets.Spec();
        spec.Mode = WidgetSpecMode._2xx;
        spec.Modes = [WidgetSpecModes.One, "of tomorrow"];

        Assert.Contains("\"mode\":\"2xx\",\"modes\":[\"One\",\"of tomorrow\"]", await Widgets.SentSpec(spec), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Int_or_string()
    {
        var spec = Widgets.Spec();
        spec.Port = 8080;
        spec.Either = "http";
        spec.Limits = new() { { "cpu", 2 }, { "memory", "1Gi" } };

        var sent = await Widgets.SentSpec(spec);

        Assert.Contains("\"either\":\"http\",\"limits\":{\"cpu\":2,\"memory\":\"1Gi\"}", sent, StringComparison.Ordinal);
        Assert.Contains("\"port\":8080", sent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Preserve_unknown_fields()
    {
        var spec = Widgets.Spec();
        spec.Tree = new WidgetSpecTreeArgs { Known = "typed", Extra = { ["unknown"] = ImmutableDictionary<string, object>.Empty.Add("deep", 1) } };
        spec.Anything = new object[] { "a", 1.5, false };
        spec.Free = new() { ["x"] = ImmutableArray.Create<object>(1, "2") };

        var sent = await Widgets.SentSpec(spec);

        Assert.Contains("\"tree\":{\"known\":\"typed\",\"unknown\":{\"deep\":1}}", sent, StringComparison.Ordinal);
        Assert.Contains("\"anything\":[\"a\",1.5,false],\"free\":{\"x\":[1,\"2\"]}", sent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Typed_map_values()
    {
        var spec = Widgets.Spec();
        spec.PortsByName = new() { ["web"] = new WidgetSpecMorePortsArgs { Number = 80, Protocol = WidgetSpecMorePortsProtocol.TCP } };
        spec.ListsByName = new() { ["a"] = ImmutableArray.Create("b") };

        Assert.Contains("\"listsByName\":{\"a\":[\"b\"]}", await Widgets.SentSpec(spec), StringComparison.Ordinal);
        Assert.Contains("\"portsByName\":{\"web\":{\"number\":80,\"protocol\":\"TCP\"}}", await Widgets.SentSpec(spec), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Int64_and_formats()
    {
        Assert.Equal(typeof(Input<long>), typeof(WidgetSpecArgs).GetProperty(nameof(WidgetSpecArgs.Big))!.PropertyType);
        Assert.Equal(typeof(InputList<long>), typeof(WidgetSpecArgs).GetProperty(nameof(WidgetSpecArgs.Bigs))!.PropertyType);
        Assert.Equal(typeof(InputMap<long>), typeof(OdditySpecArgs).GetProperty(nameof(OdditySpecArgs.Totals))!.PropertyType);
        Assert.Equal(typeof(Input<int>), typeof(WidgetSpecArgs).GetProperty(nameof(WidgetSpecArgs.Count))!.PropertyType);
        Assert.Equal(typeof(Input<int>), typeof(WidgetSpecArgs).GetProperty(nameof(WidgetSpecArgs.Small))!.PropertyType);
        Assert.Contains("format date-time", Documentation.Of(typeof(WidgetSpecArgs), nameof(WidgetSpecArgs.Since)), StringComparison.Ordinal);

        var spec = Widgets.Spec();
        spec.Big = 9_007_199_254_740_991;
        spec.Bigs = [4_294_967_296];

        Assert.StartsWith("""{"big":9007199254740991,"bigs":[4294967296],""", await Widgets.SentSpec(spec), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lists_of_int64_are_sent_as_they_are_when_the_resource_is_made()
    {
        var (none, read, empty, added, output) = (Widgets.Spec(), Widgets.Spec(), Widgets.Spec(), Widgets.Spec(), Widgets.Spec());
        _ = read.Bigs;
        empty.Bigs = new();
        added.Bigs.Add(1);
        added.Bigs.Add(Pulumi.Output.Create(2L));
        output.Bigs = Pulumi.Output.Create(ImmutableArray.Create(3L, -4L));

        Assert.DoesNotContain("bigs", await Widgets.SentSpec(none), StringComparison.Ordinal);
        Assert.Contains("\"bigs\":[]", await Widgets.SentSpec(read), StringComparison.Ordinal);
        Assert.Contains("\"bigs\":[]", await Widgets.SentSpec(empty), StringComparison.Ordinal);
        Assert.Contains("\"bigs\":[1,2]", await Widgets.SentSpec(added), StringComparison.Ordinal);
        Assert.Contains("\"bigs\":[3,-4]", await Widgets.SentSpec(output), StringComparison.Ordinal);
    }

    [Fact]
    public void Required_at_compile_time()
    {
        var required = typeof(WidgetSpecArgs).GetProperties().Where(property => property.IsDefined(typeof(RequiredMemberAttribute))).Select(property => property.Name);

        Assert.Equal(["Mode", "Name"], required.Order(StringComparer.Ordinal));
        var ports = typeof(WidgetSpecArgs).GetField("_ports", BindingFlags.NonPublic | BindingFlags.Instance)!.GetCustomAttributesData();
        Assert.Equal(["ports", true], ports.Single(attribute => attribute.AttributeType == typeof(InputAttribute)).ConstructorArguments.Take(2).Select(argument => argument.Value));
    }

    [Fact]
    public void Scope_known()
    {
        Assert.Equal("Namespaced", Widget.ScopeName);
        Assert.Equal("Cluster", Box.ScopeName);
        Assert.Equal(("samples.example.com", "v1", "Widget", "widgets"), (Widget.GroupName, Widget.VersionName, Widget.KindName, Widget.PluralName));
    }

    [Fact]
    public async Task Scope_known_is_used_by_the_preview()
    {
        var box = await Widgets.Preview(() => new Box("it", new BoxArgs { Metadata = new Pulumi.Kubernetes.Types.Inputs.Meta.V1.ObjectMetaArgs { Name = "b", Namespace = "web" } }));

        Assert.Equal(["metadata.namespace: Box is cluster-scoped and has no namespace"], box);
    }

    private static IEnumerable<string> Constants(Type type) => type.GetFields().Where(field => field.IsLiteral).Select(field => (string)field.GetRawConstantValue()!);
}
