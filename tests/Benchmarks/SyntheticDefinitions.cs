using System.Globalization;
using System.Text.Json.Nodes;

namespace Hardening.Benchmarks;

/// <summary>Lists of definitions as kubectl prints them, of any length; each kind has about 160 members.</summary>
internal static class SyntheticDefinitions
{
    private const string Words = "What this member is for, in about as many words as the schemas of controllers spend on one of theirs.";

    public static string Write(int kinds) => new JsonObject
    {
        ["apiVersion"] = "v1",
        ["kind"] = "List",
        ["items"] = new JsonArray([.. Enumerable.Range(0, kinds).Select(Definition)]),
    }.ToJsonString(new() { WriteIndented = true });

    private static JsonObject Definition(int number)
    {
        var name = number.ToString("0000", CultureInfo.InvariantCulture);
        var group = $"group-{number % 20}.example.com";
        return new JsonObject
        {
            ["apiVersion"] = "apiextensions.k8s.io/v1",
            ["kind"] = "CustomResourceDefinition",
            ["metadata"] = new JsonObject { ["name"] = $"things{name}.{group}" },
            ["spec"] = new JsonObject
            {
                ["group"] = group,
                ["names"] = new JsonObject { ["kind"] = $"Thing{name}", ["plural"] = $"things{name}" },
                ["scope"] = "Namespaced",
                ["versions"] = new JsonArray(new JsonObject
                {
                    ["name"] = "v1",
                    ["served"] = true,
                    ["schema"] = new JsonObject { ["openAPIV3Schema"] = Object(("spec", Level(name, 2)), ("status", Level("", 1))) },
                }),
            },
        };
    }

    private static JsonObject Level(string name, int below) => Object([.. Enumerable.Range(0, 12).Select(index => ($"member{name}{index}", (index % 4, below) switch
    {
        (0, > 0) => Level($"{name}{index}", below - 1),
        (1, _) => new JsonObject { ["type"] = "array", ["items"] = new JsonObject { ["type"] = "string", ["minLength"] = 1 } },
        (2, _) => new JsonObject { ["type"] = "string", ["enum"] = new JsonArray("Always", "Never", name) },
        _ => new JsonObject { ["type"] = "integer", ["minimum"] = 0, ["default"] = index },
    }))]);

    private static JsonObject Object(params (string Name, JsonObject Schema)[] members)
    {
        var properties = new JsonObject();
        foreach (var (name, schema) in members)
        {
            schema["description"] = Words;
            properties[name] = schema;
        }

        return new JsonObject { ["type"] = "object", ["properties"] = properties };
    }
}
