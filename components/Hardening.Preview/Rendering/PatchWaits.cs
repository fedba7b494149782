using System.Text.Json;

namespace Hardening.Preview.Rendering;

/// <summary>
/// What has to be deployed and ready before a patch: objects of the tree that it depends on and that a deployment waits for (<c>pulumi.com/waitFor</c>). <c>pulumi up</c> keeps that order
/// by itself; whoever applies patches beside GitOps has nothing else that would.
/// </summary>
internal sealed class PatchWaits(IEnumerable<TreeFile> manifests)
{
    private const string Annotation = "pulumi.com/waitFor";

    private readonly Dictionary<CapturedResource, TreeFile> _manifests = manifests.ToDictionary(static file => file.Resource);

    /// <summary>The files that a patch waits for, each with what <c>kubectl wait --for</c> is told, in the order of their paths.</summary>
    public IReadOnlyList<(string Path, string For)> Of(TreeFile patch) =>
    [
        .. patch.Resource.DependsOn
            .Where(_manifests.ContainsKey)
            .Select(resource => _manifests[resource])
            .OrderBy(static file => file.Path, StringComparer.Ordinal)
            .SelectMany(static file => Conditions(file.Resource).Select(condition => (file.Path, condition))),
    ];

    /// <summary>One condition, or a JSON list of several; a word alone is the name of a condition.</summary>
    private static IEnumerable<string> Conditions(CapturedResource resource)
    {
        var text = resource.Inputs["metadata"]?["annotations"]?[Annotation]?.Text?.Trim();
        return string.IsNullOrEmpty(text) ? [] : (text[0] is '[' ? List(text) : [text]).Select(static one => one.Contains('=', StringComparison.Ordinal) ? one : "condition=" + one);
    }

    private static string[] List(string json)
    {
        try
        {
            return JsonSerializer.Deserialize<string[]>(json) ?? [];
        }
        catch (JsonException)
        {
            return [];
        }
    }
}
