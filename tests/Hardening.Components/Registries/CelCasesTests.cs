using System.Text.Json;
using System.Text.RegularExpressions;
using Hardening.Components.Tests.Support;
using YamlDotNet.RepresentationModel;

namespace Hardening.Components.Tests.Registries;

/// <summary>
/// Writes what <c>tests/cel/evaluate.mjs</c> compares: the policies of each engine for the table, and the decisions of the C# rules for the table's registries and for
/// those of rendered trees. <c>HARDENING_CEL</c> names the folder to write to, <c>HARDENING_RENDERED</c> the trees, separated by colons.
/// </summary>
public sealed partial class CelCasesTests
{
    private static readonly JsonSerializerOptions Indented = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    [Fact]
    public async Task Policies_and_decisions_for_the_CEL_table_are_written()
    {
        var folder = Environment.GetEnvironmentVariable("HARDENING_CEL") ?? Directory.CreateTempSubdirectory("hardening-cel").FullName;
        Directory.CreateDirectory(folder);
        var table = ImageTable.Read();
        var manifests = new List<object>();
        foreach (var engine in PolicyEngine.All)
        {
            var stack = await RecordedStack.RunAsync(() => _ = new RegistryAllowlist("table", table.ToArgs(engine)));
            manifests.AddRange(stack.Resources.Where(resource => resource.Inputs.ContainsKey("kind")).Select(resource => resource.Inputs));
        }

        List<string[]> lists = [[.. new RegistryRules(table.Registries).Trusted], .. Rendered()];
        var drawn = RandomImages.Draw(2000, [.. lists.SelectMany(list => list).Distinct(StringComparer.Ordinal)]);
        var decisions = lists.Select(trusted => Decisions(table, drawn, trusted)).ToList();
        await File.WriteAllTextAsync(Path.Combine(folder, "policies.json"), JsonSerializer.Serialize(manifests, Indented));
        await File.WriteAllTextAsync(Path.Combine(folder, "decisions.json"), JsonSerializer.Serialize(decisions, Indented));

        // Drawn images that all fall on one side would prove nothing.
        Assert.All(decisions, decision => Assert.InRange(decision.Drawn.Count(pair => pair.Refused), 1, drawn.Count - 1));

        var kinds = manifests.Cast<IReadOnlyDictionary<string, object>>().Select(manifest => (string)manifest["kind"]).Distinct(StringComparer.Ordinal);
        Assert.Equal(
            ["PolicyException", "ValidatingPolicy", "ValidatingAdmissionPolicy", "ValidatingAdmissionPolicyBinding", "ClusterPolicy"],
            kinds);
    }

    private static CelDecisions Decisions(ImageTable table, IReadOnlyList<string> drawn, string[] trusted)
    {
        var rules = new RegistryRules(trusted);
        return new CelDecisions(trusted, [.. table.Rows.Select(row => row.Refused(rules))], [.. drawn.Select(image => new DrawnImage(image, !rules.Decide(image).IsTrusted))]);
    }

    /// <summary>The lists of registries in the rendered trees' policies: the variable <c>trusted</c> holds them as a CEL list.</summary>
    private static IEnumerable<string[]> Rendered() =>
        (Environment.GetEnvironmentVariable("HARDENING_RENDERED") ?? string.Empty)
            .Split(':', StringSplitOptions.RemoveEmptyEntries)
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*.yaml", SearchOption.AllDirectories))
            .SelectMany(Documents)
            .SelectMany(document => document.RootNode.AllNodes.OfType<YamlMappingNode>())
            .Where(node => Scalar(node, "name") == "trusted" && Scalar(node, "expression") is not null)
            .Select(node => Scalar(node, "expression")!)
            .Distinct(StringComparer.Ordinal)
            .Select(list => Item().Matches(list).Select(item => item.Groups["item"].Value).ToArray());

    private static IList<YamlDocument> Documents(string file)
    {
        using var reader = new StreamReader(file);
        var yaml = new YamlStream();
        yaml.Load(reader);
        return yaml.Documents;
    }

    private static string? Scalar(YamlMappingNode node, string key) => node.Children.TryGetValue(new YamlScalarNode(key), out var value) ? (value as YamlScalarNode)?.Value : null;

    [GeneratedRegex("'(?<item>[^']+)'", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Item();
}
