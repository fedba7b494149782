using System.Reflection;
using System.Text.Json;
using Crdgen.Tests.Support;
using Pulumi;
using Pulumi.Kubernetes.ApiExtensions;
using Pulumi.KubernetesCrds.Tests.Support;

namespace Crdgen.Tests.Wild;

/// <summary>Definitions that strain names and shapes: that their types compile is the first test, every property is there under its name the second.</summary>
public class WildTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "tests", "crdgen", "Wild");

    private static readonly string[] Inherited = ["apiVersion", "kind", "metadata", "status", "id", "urn"];

    public static TheoryData<string> Tables() =>
        [.. Directory.GetFiles(Path.Combine(Folder, "Tables"), "*.json", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Folder, file).Replace('\\', '/'))
            .Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Tables))]
    public void Every_property_of_the_schema_has_one_property_in_C_sharp(string file)
    {
        using var table = JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, file)), new JsonDocumentOptions { MaxDepth = 1_000 });
        var root = table.RootElement;

        var resource = Assert.Single(Resources(), type => Constant(type, "KindName") == Text(root, "kind")
            && $"{Constant(type, "GroupName")}/{Constant(type, "VersionName")}" == Text(root, "apiVersion"));

        Assert.Equal($"kubernetes:{Text(root, "apiVersion")}:{Text(root, "kind")}", Constant(resource, "TypeToken"));
        Compare(root.GetProperty("schema"), root.GetProperty("definitions"), Args(resource), []);
    }

    [Fact]
    public async Task A_kind_that_is_no_name_for_a_class_is_sent_under_its_own_name()
    {
        var lower = await Sent.By(() => new Com.Example.Lower.V1.Postgresql2("it", new Com.Example.Lower.V1.Postgresql2Args()));
        var member = await Sent.By(() => new Io.System.V1.GetResource("it", new Io.System.V1.GetResourceArgs()));

        Assert.Equal("kubernetes:lower.example.com/v1:postgresql", lower.Type);
        Assert.Equal("""{"apiVersion":"lower.example.com/v1","kind":"postgresql"}""", lower.Inputs);
        Assert.Equal("kubernetes:system.io/v1:Get", member.Type);
    }

    [Fact]
    public async Task A_kind_beside_the_kind_whose_args_it_is_named_like_is_another_class()
    {
        var pair = await Sent.By(() => new Com.Example.Pairs.V1.Pair("it", new Com.Example.Pairs.V1.PairArgs()));
        var args = await Sent.By(() => new Com.Example.Pairs.V1.PairArgs2("it", new Com.Example.Pairs.V1.PairArgs2Args()));

        Assert.Equal("kubernetes:pairs.example.com/v1:Pair", pair.Type);
        Assert.Equal("kubernetes:pairs.example.com/v1:PairArgs", args.Type);
    }

    private static IEnumerable<Type> Resources() => typeof(WildTests).Assembly.GetTypes()
        .Where(type => type.Namespace?.StartsWith("Crdgen.Tests.Wild.", StringComparison.Ordinal) == true && type.IsSubclassOf(typeof(Pulumi.Kubernetes.ApiExtensions.CustomResource)) && Constant(type, "KindName").Length > 0);

    private static string Constant(Type type, string name) => type.GetField(name)?.GetRawConstantValue() as string ?? "";

    private static string Text(JsonElement table, string name) => table.GetProperty(name).GetString()!;

    private static Type Args(Type resource) => Assert.Single(resource.GetConstructors()).GetParameters()[1].ParameterType;

    /// <summary>Follows the schema and the type inwards, through lists and maps, and compares names where both have them.</summary>
    private static void Compare(JsonElement schema, JsonElement definitions, Type type, HashSet<(string Reference, Type Type)> seen)
    {
        if (schema.TryGetProperty("$ref", out var reference) && !seen.Add((reference.GetString()!, type)))
        {
            return;
        }

        schema = reference.ValueKind == JsonValueKind.String ? definitions.GetProperty(reference.GetString()!["#/definitions/".Length..]) : schema;
        if (type.IsGenericType)
        {
            Compare(Element(schema, type), definitions, type.GetGenericArguments()[^1], seen);
        }
        else if (type.IsSubclassOf(typeof(InputArgs)))
        {
            var isRoot = type.IsSubclassOf(typeof(CustomResourceArgs));
            var inputs = Inputs(type);
            var properties = schema.TryGetProperty("properties", out var declared) ? declared.EnumerateObject() : default;
            foreach (var property in properties.Where(property => !isRoot || !Inherited.Contains(property.Name)))
            {
                Compare(property.Value, definitions, Assert.Single(inputs, input => input.Name == property.Name).Type, seen);
            }
        }
    }

    private static JsonElement Element(JsonElement schema, Type type) =>
        type.GetGenericTypeDefinition() == typeof(Input<>) ? schema
        : schema.TryGetProperty("items", out var items) ? items
        : schema.TryGetProperty("additionalProperties", out var values) && values.ValueKind == JsonValueKind.Object ? values
        : schema;

    /// <summary>The names on the wire of an args class and the types behind them.</summary>
    private static List<(string Name, Type Type)> Inputs(Type args)
    {
        var inputs = new List<(string, Type)>();
        for (var type = args; type is not null && type != typeof(CustomResourceArgs); type = type.BaseType)
        {
            foreach (var member in type.GetMembers(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            {
                if (member.GetCustomAttributesData().FirstOrDefault(data => data.AttributeType == typeof(InputAttribute)) is { } attribute)
                {
                    inputs.Add(((string)attribute.ConstructorArguments[0].Value!, member is FieldInfo field ? field.FieldType : ((PropertyInfo)member).PropertyType));
                }
            }
        }

        return inputs;
    }
}
