using System.Text.Json;
using Pulumi.Kubernetes.ApiExtensions;
using Pulumi.KubernetesCrds.Cilium.V2;
using Pulumi.KubernetesCrds.Tests.Support;

namespace Pulumi.KubernetesCrds.Tests;

public class SchemaTablesTests
{
    public static TheoryData<Type> Kinds() =>
        [.. typeof(CiliumNetworkPolicy).Assembly.GetExportedTypes().Where(type => type.IsSubclassOf(typeof(CustomResource)) && !type.IsSubclassOf(typeof(CustomResourcePatch)))];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_kind_has_its_table_in_the_assembly_of_its_type(Type kind)
    {
        var table = Table(kind);

        Assert.Equal(Constant(kind, "KindName"), table.GetProperty("kind").GetString());
        Assert.Equal($"{Constant(kind, "GroupName")}/{Constant(kind, "VersionName")}", table.GetProperty("apiVersion").GetString());
        Assert.Equal(Constant(kind, "PluralName"), table.GetProperty("plural").GetString());
        Assert.Equal(Constant(kind, "ScopeName"), table.GetProperty("scope").GetString());
        Assert.Equal("object", table.GetProperty("schema").GetProperty("type").GetString());
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_reference_of_a_table_is_one_of_its_definitions(Type kind)
    {
        var table = Table(kind);
        var definitions = table.GetProperty("definitions");

        Assert.All(References(table), reference => Assert.True(definitions.TryGetProperty(reference["#/definitions/".Length..], out _), reference));
    }

    [Fact]
    public void A_table_keeps_types_bounds_enums_patterns_and_choices()
    {
        var table = Table(typeof(CiliumCIDRGroup));

        Assert.Equal(
            Json.Compact(
                """
                {
                  "type": "object",
                  "required": ["spec"],
                  "properties": {
                    "apiVersion": { "type": "string" },
                    "kind": { "type": "string" },
                    "metadata": { "type": "object" },
                    "spec": {
                      "type": "object",
                      "required": ["externalCIDRs"],
                      "properties": { "externalCIDRs": { "type": "array", "minItems": 0, "items": { "type": "string", "format": "cidr" } } }
                    }
                  }
                }
                """),
            table.GetProperty("schema").GetRawText());
    }

    private static JsonElement Table(Type kind)
    {
        var name = $"schema/{Constant(kind, "GroupName")}/{Constant(kind, "VersionName")}/{Constant(kind, "KindName")}.json";
        using var stream = kind.Assembly.GetManifestResourceStream(name);
        Assert.True(stream is not null, $"{name} is not embedded");
        return JsonDocument.Parse(stream).RootElement;
    }

    private static IEnumerable<string> References(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(member =>
            member.Name == "$ref" && member.Value.ValueKind == JsonValueKind.String ? [member.Value.GetString()!] : References(member.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(References),
        _ => [],
    };

    private static string Constant(Type kind, string name) => (string)kind.GetField(name)!.GetRawConstantValue()!;
}
