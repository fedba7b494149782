using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;

namespace Hardening.Preview.Tests.Checks;

/// <summary>One object is checked without a stack, whatever it was read with.</summary>
public class SingleObjectTests
{
    private const string Json = """{"apiVersion":"v1","kind":"LimitRange","metadata":{"name":"A","namespace":"n"},"spec":{"limits":[{"typ":"Container"}]}}""";

    private static readonly string[] Expected =
    [
        "kubernetes:v1:LimitRange \"A\": spec.limits[0].typ: the schema has no such field, so that the API server drops it; did you mean \"type\"?",
        "kubernetes:v1:LimitRange \"A\": spec.limits[0].type: is required; set it",
    ];

    [Fact]
    public void From_json() => AssertFound(CapturedValue.FromJson(Json));

    [Fact]
    public void From_json_elements_and_nodes()
    {
        using var document = JsonDocument.Parse(Json);

        AssertFound(CapturedValue.FromTree(document.RootElement));
        AssertFound(CapturedValue.FromTree(JsonNode.Parse(Json)));
    }

    [Fact]
    public void From_yaml_as_YamlDotNet_reads_it()
    {
        var yaml = new YamlDotNet.Serialization.DeserializerBuilder().WithAttemptingUnquotedStringTypeDeserialization().Build().Deserialize<object>("""
            apiVersion: v1
            kind: LimitRange
            metadata: { name: A, namespace: n }
            spec:
              limits:
                - typ: Container
            """);

        AssertFound(CapturedValue.FromTree(yaml));
    }

    [Fact]
    public void From_dictionaries() => AssertFound(CapturedValue.FromTree(new Dictionary<string, object?>
    {
        ["apiVersion"] = "v1",
        ["kind"] = "LimitRange",
        ["metadata"] = ImmutableDictionary.CreateRange([KeyValuePair.Create<string, object?>("name", "A"), KeyValuePair.Create<string, object?>("namespace", "n")]),
        ["spec"] = new Dictionary<object, object> { ["limits"] = new object[] { new Dictionary<string, string> { ["typ"] = "Container" } } },
    }));

    [Fact]
    public async Task From_args_whose_outputs_are_awaited()
    {
        var findings = await ManifestChecks.CheckAsync(new NamespaceArgs
        {
            ApiVersion = "v1",
            Kind = "Namespace",
            Metadata = new ObjectMetaArgs { Name = "a", Labels = { ["team"] = Output.Create(Task.Run(static async () => { await Task.Yield(); return "not a label"; })) } },
        });

        var finding = Assert.Single(findings, static finding => finding.Severity == FindingSeverity.Error);
        Assert.StartsWith("metadata.labels.team", finding.Path, StringComparison.Ordinal);
    }

    /// <summary>Its table is that of a definition, in which texts are compared as they are.</summary>
    [Fact]
    public void A_Prometheus_is_checked_by_the_operators_definition() => Assert.Equal(
        [
            "kubernetes:monitoring.coreos.com/v1:Prometheus \"main\": spec.topologySpreadConstraints[0].whenUnsatisfiabel: the schema has no such field, so that the API server drops it; did you mean \"whenUnsatisfiable\"?",
            "kubernetes:monitoring.coreos.com/v1:Prometheus \"main\": spec.topologySpreadConstraints[0].whenUnsatisfiable: is required; set it",
        ],
        ManifestChecks.Check(CapturedValue.FromJson("""
            {"apiVersion":"monitoring.coreos.com/v1","kind":"Prometheus","metadata":{"name":"main","namespace":"n"},
             "spec":{"topologySpreadConstraints":[{"maxSkew":1,"topologyKey":"kubernetes.io/hostname","whenUnsatisfiabel":"ScheduleAnyway"}]}}
            """)).Where(static finding => finding.Severity == FindingSeverity.Error).Select(static finding => finding.ToString()));

    [Fact]
    public void A_valid_object_has_no_errors()
        => Assert.Empty(ManifestChecks.Check(CapturedValue.FromJson("""{"apiVersion":"v1","kind":"Namespace","metadata":{"name":"a"},"spec":null}""")));

    [Fact]
    public void A_kind_without_a_table_is_said_not_to_be_checked()
        => Assert.Equal(
            ["Nothing (example.org/v1) has no schema table, so that the fields of 1 object(s) were not checked; generate its types with crdgen, which embeds the table"],
            ManifestChecks.Check(CapturedValue.FromJson("""{"apiVersion":"example.org/v1","kind":"Nothing","metadata":{"name":"a"}}""")).Where(static finding => finding.Severity == FindingSeverity.Info).Select(static finding => finding.ToString()));

    [Theory]
    [InlineData("9007199254740993", "spec.a[0][\"x/y\"]: whole numbers beyond ±9007199254740991 are rounded on the way, so that the cluster may get another one (got 9007199254740992); use a smaller one, or a text where the field takes one")]
    [InlineData("-9223372036854775807", "spec.a[0][\"x/y\"]: whole numbers beyond ±9007199254740991 are rounded on the way, so that the cluster may get another one (got -9223372036854775808); use a smaller one, or a text where the field takes one")]
    [InlineData("18446744073709549568", "spec.a[0][\"x/y\"]: whole numbers beyond ±9007199254740991 are rounded on the way, so that the cluster may get another one (got 18446744073709549568); use a smaller one, or a text where the field takes one")]
    [InlineData("9007199254740991", null)]
    [InlineData("-9007199254740991", null)]
    [InlineData("0.1", null)]
    [InlineData("1e300", null)]
    public void A_whole_number_that_a_double_does_not_carry_is_a_warning_whatever_the_kind(string number, string? expected)
    {
        var manifest = CapturedValue.FromJson($$$"""{"apiVersion":"example.org/v1","kind":"Nothing","metadata":{"name":"a"},"spec":{"a":[{"x/y":{{{number}}}}]}}""");

        var found = ManifestChecks.Check(manifest).Where(static finding => finding.Severity == FindingSeverity.Warning).Select(static finding => finding.ToString());

        Assert.Equal(expected is null ? [] : [$"kubernetes:example.org/v1:Nothing \"a\": {expected}"], found);
    }

    [Fact]
    public void A_secret_number_is_in_no_message()
    {
        var manifest = CapturedValue.FromMembers(
            new CapturedMember("apiVersion", CapturedValue.FromText("example.org/v1")),
            new CapturedMember("kind", CapturedValue.FromText("Nothing")),
            new CapturedMember("spec", CapturedValue.FromItems(CapturedValue.FromNumber(9_007_199_254_741_000)).AsSecret()));

        var finding = Assert.Single(ManifestChecks.Check(manifest), static finding => finding.Id == FindingIds.NumberInexact);
        Assert.Equal("spec[0]", finding.Path);
        Assert.EndsWith("another one (the value is secret)", finding.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("""{"apiVersion":"v1","kind":""}""")]
    public void What_is_no_manifest_is_refused(string json)
        => Assert.Equal("A manifest is an object with an apiVersion and a kind. (Parameter 'manifest')", Assert.Throws<ArgumentException>(() => ManifestChecks.Check(CapturedValue.FromJson(json))).Message);

    [Fact]
    public void A_tree_that_no_manifest_can_hold_is_refused()
    {
        var endless = new List<object?>();
        endless.Add(endless);

        Assert.StartsWith("The tree is nested more than 400 deep.", Assert.Throws<ArgumentException>(() => CapturedValue.FromTree(endless)).Message, StringComparison.Ordinal);
        Assert.StartsWith("A value of type System.Object is none that a manifest holds", Assert.Throws<ArgumentException>(() => CapturedValue.FromTree(new object())).Message, StringComparison.Ordinal);
        Assert.ThrowsAny<JsonException>(() => CapturedValue.FromJson(new string('[', 500) + new string(']', 500)));
    }

    [Fact]
    public void A_secret_name_is_in_no_message()
    {
        var manifest = CapturedValue.FromMembers(
            new CapturedMember("apiVersion", CapturedValue.FromText("v1")),
            new CapturedMember("kind", CapturedValue.FromText("Namespace")),
            new CapturedMember("metadata", CapturedValue.FromMembers(new CapturedMember("name", CapturedValue.FromText("Hunter_2").AsSecret()))));

        var finding = Assert.Single(ManifestChecks.Check(manifest));
        Assert.DoesNotContain("Hunter", finding.ToString(), StringComparison.Ordinal);
        Assert.EndsWith("(the value is secret); give it another name", finding.ToString(), StringComparison.Ordinal);
    }

    private static void AssertFound(CapturedValue manifest)
        => Assert.Equal(Expected, ManifestChecks.Check(manifest).Where(static finding => finding.Id.StartsWith("schema.", StringComparison.Ordinal)).Select(static finding => finding.ToString()));
}
