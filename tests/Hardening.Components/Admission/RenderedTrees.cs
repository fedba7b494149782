using System.Text.RegularExpressions;
using YamlDotNet.RepresentationModel;

namespace Hardening.Components.Tests.Admission;

/// <summary>The settings of policies in rendered trees: <c>HARDENING_RENDERED</c> names the trees, separated by colons.</summary>
internal static partial class RenderedTrees
{
    /// <summary>Every choice of settings: the variables of these names, of which each policy has all, hold texts or lists of texts in CEL.</summary>
    public static IReadOnlyList<string[][]> Settings(params string[] variables) =>
        [.. (Environment.GetEnvironmentVariable("HARDENING_RENDERED") ?? string.Empty)
            .Split(':', StringSplitOptions.RemoveEmptyEntries)
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*.yaml", SearchOption.AllDirectories))
            .SelectMany(Documents)
            .SelectMany(document => document.RootNode.AllNodes.OfType<YamlSequenceNode>())
            .Select(list => variables.Select(name => list.OfType<YamlMappingNode>().Where(item => Scalar(item, "name") == name).Select(item => Scalar(item, "expression")).FirstOrDefault()).ToList())
            .Where(expressions => expressions.TrueForAll(expression => expression is not null))
            .DistinctBy(expressions => string.Join('\n', expressions), StringComparer.Ordinal)
            .Select(expressions => expressions.Select(expression => Item().Matches(expression!).Select(item => item.Groups["item"].Value).ToArray()).ToArray())];

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
