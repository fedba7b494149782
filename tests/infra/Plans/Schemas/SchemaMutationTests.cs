using System.Text.Json;
using System.Text.Json.Nodes;
using Hardening.Infra.Plans;
using Hardening.Infra.Plans.Reading;
using Hardening.Infra.StackFiles;
using Hardening.Infra.Tests.Plans.Mutations;

namespace Hardening.Infra.Tests.Plans.Schemas;

/// <summary>For every kind of leaf of the dev plan and every kind of mistake: an editor never marks what the readers take, and marks whatever can be said of a key by itself.</summary>
public sealed class SchemaMutationTests
{
    /// <summary>Names the file into which the cases are written for a validator that others wrote.</summary>
    private const string CasesVariable = "HARDENING_SCHEMA_CASES";

    private static readonly PlanSource Dev = PlanSource.Of(StackConfiguration.Load(PulumiProject.Load(TestFiles.Root), TestFiles.InRepository("Pulumi.dev.yaml")));

    [Fact]
    public void An_editor_marks_every_mistake_that_a_schema_can_know_and_nothing_else()
    {
        var wrong = new SortedSet<string>(StringComparer.Ordinal);
        var cases = new Dictionary<(string, string), JsonNode>();
        var marked = 0;
        foreach (var mutation in PlanMutations.Of(Dev.Sections))
        {
            if (cases.ContainsKey((mutation.Kind, mutation.Pattern)))
                continue;
            var document = SchemaFiles.Document(mutation.Sections);
            var errors = SchemaFiles.Validator.Validate(document);
            var problems = PlanReader.Read(new PlanSource(mutation.Sections, new HashSet<string>())).Problems;
            marked += errors.Count > 0 ? 1 : 0;
            cases[(mutation.Kind, mutation.Pattern)] = new JsonObject { ["name"] = $"{mutation.Kind} | {mutation.Path}", ["valid"] = errors.Count == 0, ["document"] = document };
            if (errors.Count > 0 && problems.Count == 0)
                wrong.Add($"marked and accepted: {mutation.Kind} | {mutation.Pattern} | {errors[0]}");
            if (errors.Count == 0 && problems.FirstOrDefault(OneKey.IsAbout) is { } problem)
                wrong.Add($"not marked: {mutation.Kind} | {mutation.Pattern} | {problem}");
        }

        Assert.True(wrong.Count == 0, $"{wrong.Count}:\n{string.Join('\n', wrong)}");
        Assert.True(marked > 300, $"only {marked} mistakes are marked");
        if (Environment.GetEnvironmentVariable(CasesVariable) is { Length: > 0 } file)
            File.WriteAllText(file, JsonSerializer.Serialize(cases.Values.Concat(SchemaValueTests.Cases().Select(item => item.Case))));
    }
}
