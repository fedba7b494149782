using System.Text.Json;
using System.Text.RegularExpressions;

namespace Hardening.Infra.Tests.Renovate;

/// <summary>One of the custom managers of <c>renovate.json</c>: where it looks and what it looks for.</summary>
internal sealed record RenovateManager(string Description, IReadOnlyList<Regex> Files, IReadOnlyList<Regex> Matches, string? Datasource, Regex? ExtractVersion)
{
    private static readonly string[] NotOurs = ["bin", "obj", "artifacts", "node_modules", ".git"];

    public static IReadOnlyList<RenovateManager> Load()
    {
        using var config = JsonDocument.Parse(File.ReadAllText(TestFiles.InRepository("renovate.json")));
        return [.. config.RootElement.GetProperty("customManagers").EnumerateArray().Select(manager => new RenovateManager(
            manager.GetProperty("description").GetString()!,
            [.. Texts(manager, "managerFilePatterns").Select(pattern => Expression(pattern[1..^1]))],
            [.. Texts(manager, "matchStrings").Select(Expression)],
            Text(manager, "datasourceTemplate"),
            Text(manager, "extractVersionTemplate") is { } template ? Expression(template) : null))];
    }

    /// <summary>The files of the repository that the manager reads, relative to its top.</summary>
    public IEnumerable<string> FilesIn(string root) => Walk(new DirectoryInfo(root))
        .Select(file => Path.GetRelativePath(root, file.FullName).Replace('\\', '/'))
        .Where(path => Files.Any(pattern => pattern.IsMatch(path)))
        .Order(StringComparer.Ordinal);

    /// <summary>What the manager finds in a text: what is followed, where, and its version.</summary>
    public IEnumerable<(string Datasource, string Name, string Version)> Find(string text) => Matches
        .SelectMany(expression => expression.Matches(text))
        .Select(match => (Datasource ?? match.Groups["datasource"].Value, match.Groups["depName"].Value, match.Groups["currentValue"].Value));

    private static IEnumerable<FileInfo> Walk(DirectoryInfo folder) => folder.EnumerateFiles()
        .Concat(folder.EnumerateDirectories().Where(inner => !NotOurs.Contains(inner.Name, StringComparer.Ordinal)).SelectMany(Walk));

    private static Regex Expression(string pattern) => new(pattern, RegexOptions.CultureInvariant, TimeSpan.FromMinutes(1));

    private static string? Text(JsonElement manager, string member) => manager.TryGetProperty(member, out var value) ? value.GetString() : null;

    private static IEnumerable<string> Texts(JsonElement manager, string member) => manager.GetProperty(member).EnumerateArray().Select(item => item.GetString()!);
}
