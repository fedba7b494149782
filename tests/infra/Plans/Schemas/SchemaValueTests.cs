using System.Text.Json.Nodes;
using Hardening.Components;
using Hardening.Infra.Plans;
using Hardening.Infra.Plans.Reading;
using Hardening.Infra.StackFiles;

namespace Hardening.Infra.Tests.Plans.Schemas;

/// <summary>Values of every kind at every key of the plan, whether the stacks use it or not: the schema and the readers give the same verdict.</summary>
public sealed class SchemaValueTests
{
    private static readonly ConfigNode Text = ConfigNode.String("x");

    private static readonly (string Name, ConfigNode Node)[] Values =
    [
        ("a text", Text),
        ("an empty text", ConfigNode.String("")),
        ("a day", ConfigNode.String("2027-03-31")),
        ("a day as engines hand it over", ConfigNode.String("2027-03-31 00:00:00 +0000 UTC")),
        ("a version", ConfigNode.String("v1.34.2-rc.1")),
        ("a number", ConfigNode.Number("1")),
        ("zero", ConfigNode.Number("0")),
        ("a negative number", ConfigNode.Number("-1")),
        ("a fraction", ConfigNode.Number("1.5")),
        ("a number beyond 32 bits", ConfigNode.Number("4294967296")),
        ("a number beyond 64 bits", ConfigNode.Number("1e+30")),
        ("true", ConfigNode.Bool(true)),
        ("null", ConfigNode.Null()),
        ("an encrypted text", ConfigNode.Secret()),
        ("an empty list", ConfigNode.List([])),
        ("a list of texts", ConfigNode.List([Text])),
        ("a list of numbers", ConfigNode.List([ConfigNode.Number("1"), ConfigNode.Number("1.5")])),
        ("a list with null", ConfigNode.List([ConfigNode.Null()])),
        ("a list of mappings", ConfigNode.List([ConfigNode.Object([])])),
        ("an empty mapping", ConfigNode.Object([])),
        ("a mapping of texts", ConfigNode.Object([new("x", Text)])),
        ("a mapping of numbers", ConfigNode.Object([new("x", ConfigNode.Number("1.5"))])),
        ("a mapping with null", ConfigNode.Object([new("x", ConfigNode.Null())])),
        ("a mapping of encrypted texts", ConfigNode.Object([new("x", ConfigNode.Secret())])),
        ("the name of an environment variable", ConfigNode.Object([new("environment", ConfigNode.String("HARDENING_TEST_NOWHERE"))])),
        ("no name of an environment variable", ConfigNode.Object([new("environment", ConfigNode.String("hunter2 hunter2"))])),
    ];

    /// <summary>Each case with what the readers say of the key, and what the schema does.</summary>
    internal static IEnumerable<(JsonObject Case, IReadOnlyList<Problem> Problems, IReadOnlyList<string> Errors)> Cases()
    {
        foreach (var (section, place) in SchemaPlace.All())
        {
            foreach (var key in place.Schema["properties"]!.AsObject().Select(member => member.Key))
            {
                foreach (var (name, value) in Values)
                {
                    var path = $"{place.Path}.{key}";
                    var sections = new Dictionary<string, ConfigNode>(StringComparer.Ordinal) { [section] = place.Around(ConfigNode.Object([new(key, value)])) };
                    var document = SchemaFiles.Document(sections);
                    var errors = SchemaFiles.Validator.Validate(document);
                    yield return (
                        new JsonObject { ["name"] = $"{name} | {path}", ["valid"] = errors.Count == 0, ["document"] = document },
                        [.. PlanReader.Read(new PlanSource(sections, new HashSet<string>())).Problems.Where(problem => IsBelow(problem.Path, path))],
                        [.. errors.Where(error => IsBelow(error, "config." + path))]);
                }
            }
        }
    }

    [Fact]
    public void Every_kind_of_value_at_every_key_gets_the_verdict_of_the_readers()
    {
        var wrong = new List<string>();
        var (count, marked) = (0, 0);
        foreach (var (item, problems, errors) in Cases())
        {
            count++;
            marked += errors.Count > 0 ? 1 : 0;

            // A day alone is not looked at: whose last day it is has to be there too. The mutation test holds days.
            if (errors.Count > 0 && problems.Count == 0 && !item["name"]!.ToString().EndsWith(".expires", StringComparison.Ordinal))
                wrong.Add($"marked and accepted: {item["name"]} | {errors[0]}");
            if (errors.Count == 0 && problems.FirstOrDefault(problem => IsOfValue(problem, PathOf(item))) is { } problem)
                wrong.Add($"not marked: {item["name"]} | {problem}");
        }

        Assert.True(wrong.Count == 0, $"{wrong.Count}:\n{string.Join('\n', wrong)}");
        Assert.True(marked > count / 3 && count - marked > 500, $"{marked} of {count} are marked");
    }

    /// <summary>Whether readers refuse the value for what it is; an empty list may be as good as none to them.</summary>
    private static bool IsOfValue(Problem problem, string path) => problem.Path == path
        ? problem is { Message: "is empty", Value: "" } || (OneKey.IsAbout(problem) && problem.Message is not "is missing")
        : problem.Message is "is no name of an environment variable" || OneKey.IsAbout(problem);

    private static string PathOf(JsonObject item) => item["name"]!.ToString().Split(" | ")[1];

    private static bool IsBelow(string path, string key) => path.StartsWith(key, StringComparison.Ordinal) && (path.Length == key.Length || path[key.Length] is '.' or '[' or ':');
}
