using System.Text.Json.Nodes;
using Crdgen.Tests.Support;
using FsCheck.Xunit;

namespace Crdgen.Tests.Cli;

/// <summary>The same definitions give the same folder, however they are spread over files and in whatever order anything in them stands.</summary>
public class InputOrderTests
{
    private static readonly string[] Definitions =
    [
        Definition("Kettle", "a", """
            { "type": "object", "description": "The kettle.", "required": ["size", "lid"],
              "properties": {
                "size": { "type": "integer", "minimum": 1, "maximum": 9, "description": "How large." },
                "lid": { "type": "object", "default": { "tight": true, "colour": "red" }, "properties": { "tight": { "type": "boolean" }, "colour": { "type": "string" } } },
                "spout": { "type": "object", "properties": { "colour": { "type": "string" }, "tight": { "type": "boolean" } } },
                "foo-bar": { "type": "string" }, "fooBar": { "type": "string" },
                "any": { "enum": [{ "b": 1, "a": { "d": 2, "c": [3, { "f": 4, "e": 5 }] } }, { "b": 2 }] },
                "object": { "type": "object", "x-kubernetes-embedded-resource": true, "x-kubernetes-preserve-unknown-fields": true, "properties": { "spec": { "type": "string" } } },
                "choice": { "type": "object", "oneOf": [{ "required": ["a"], "properties": { "a": { "type": "string" } } }, { "properties": { "b": { "type": "string" } } }] }
              } }
            """),
        Definition("Kettle", "a", """
            { "type": "object", "description": "In other words, a kettle.", "required": ["lid", "size"],
              "properties": {
                "size": { "type": "integer", "minimum": 1, "maximum": 9, "description": "Its size." },
                "lid": { "type": "object", "default": { "tight": true, "colour": "red" }, "properties": { "tight": { "type": "boolean" }, "colour": { "type": "string", "description": "Its colour." } } },
                "spout": { "type": "object", "properties": { "colour": { "type": "string" }, "tight": { "type": "boolean" } } },
                "foo-bar": { "type": "string" }, "fooBar": { "type": "string" },
                "any": { "enum": [{ "b": 1, "a": { "d": 2, "c": [3, { "f": 4, "e": 5 }] } }, { "b": 2 }] },
                "object": { "type": "object", "x-kubernetes-embedded-resource": true, "x-kubernetes-preserve-unknown-fields": true, "properties": { "spec": { "type": "string" } } },
                "choice": { "type": "object", "oneOf": [{ "required": ["a"], "properties": { "a": { "type": "string" } } }, { "properties": { "b": { "type": "string" } } }] }
              } }
            """),
        Definition("KettleSpec", "a", """{ "type": "object", "properties": { "size": { "type": "string", "enum": ["S", "M"] } } }"""),
        Definition("kettle", "b", """{ "type": "object", "properties": { "a": { "type": "object", "properties": { "b": { "type": "string" } } } } }"""),
        Definition("Kettle", "b", """{ "type": "object", "properties": { "a": { "type": "object", "properties": { "c": { "type": "string" } } } } }"""),
    ];

    private static readonly string Expected = Run(null, "full");

    private static readonly string ExpectedWithoutProse = Run(null, "constraints");

    [Property(MaxTest = 12)]
    public void The_order_of_anything_does_not_change_a_byte_not_even_of_prose(int seed) => Assert.Equal(Expected, Run(new Random(seed), "full"));

    [Property(MaxTest = 4)]
    public void The_order_of_anything_does_not_change_a_byte(int seed) => Assert.Equal(ExpectedWithoutProse, Run(new Random(seed), "constraints"));

    [Fact]
    public void Of_definitions_that_differ_in_prose_alone_one_speaks_for_all()
    {
        Assert.Contains("In other words, a kettle.", Expected, StringComparison.Ordinal);
        Assert.Contains("Its colour.", Expected, StringComparison.Ordinal);
        Assert.DoesNotContain("The kettle.", Expected, StringComparison.Ordinal);
    }

    private static string Definition(string kind, string group, string spec) => $$$"""
        { "apiVersion": "apiextensions.k8s.io/v1", "kind": "CustomResourceDefinition", "metadata": { "name": "{{{kind}}}.{{{group}}}.example.com" },
          "spec": { "group": "{{{group}}}.example.com", "scope": "Namespaced", "names": { "kind": "{{{kind}}}", "plural": "things" },
            "versions": [
              { "name": "v1", "served": true, "schema": { "openAPIV3Schema": { "type": "object", "properties": { "spec": {{{spec}}}, "status": { "type": "object", "x-kubernetes-preserve-unknown-fields": true } } } } },
              { "name": "v1beta1", "served": true, "deprecated": true, "schema": { "openAPIV3Schema": { "type": "object", "properties": { "spec": {{{spec}}} } } } }
            ] } }
        """;

    /// <summary>All that stands in the output folder after a run over the definitions: as they are, or shuffled.</summary>
    private static string Run(Random? random, string descriptions)
    {
        using var folder = new TemporaryFolder();
        var definitions = Definitions.Select(text => JsonNode.Parse(text)!).ToArray();
        random?.Shuffle(definitions);
        var files = random?.Next(1, 4) ?? 1;
        foreach (var (number, here) in definitions.GroupBy(_ => random?.Next(files) ?? 0).Select((here, index) => (index, here)))
        {
            var documents = here.Select(definition => random is null ? definition : Shuffled(definition, random)).ToList();
            folder.Write($"in/{number}.yaml", random?.Next(2) == 0
                ? new JsonObject { ["items"] = new JsonArray([.. documents]), ["kind"] = "List", ["apiVersion"] = "v1" }.ToJsonString()
                : string.Join("\n---\n", documents.Select(document => document.ToJsonString())));
        }

        Assert.Equal(0, CommandRun.Of(folder.Path, "in", "-o", "out", "--descriptions", descriptions).ExitCode);
        return string.Concat(folder.Files().Where(file => file.StartsWith("out/", StringComparison.Ordinal)).Select(file => $"{file}\n{File.ReadAllText(Path.Combine(folder.Path, file))}"));
    }

    /// <summary>The same value, the keys of all maps in another order, and the items of the two lists that are sets.</summary>
    private static JsonNode Shuffled(JsonNode node, Random random)
    {
        switch (node)
        {
            case JsonObject map:
                var members = map.Select(member => KeyValuePair.Create(member.Key, (JsonNode?)Shuffled(member.Value!, random))).ToArray();
                random.Shuffle(members);
                foreach (var list in members.Where(member => member.Key is "versions" or "required").Select(member => member.Value!.AsArray()))
                {
                    var items = list.Select(item => item!.DeepClone()).ToArray();
                    random.Shuffle(items);
                    list.Clear();
                    Array.ForEach(items, list.Add);
                }

                return new JsonObject(members);
            case JsonArray list:
                return new JsonArray([.. list.Select(item => Shuffled(item!, random))]);
            default:
                return node.DeepClone();
        }
    }
}
