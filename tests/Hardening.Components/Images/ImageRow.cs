using System.Text.Json;

namespace Hardening.Components.Tests.Images;

/// <summary>One row of a table that C# rules and CEL are held against: a pod, or a controller's template, with the images that must be refused.</summary>
internal sealed record ImageRow(string Name, JsonElement? Spec, JsonElement? OldSpec, RepeatedImage? Repeat, string? Skipped, List<string>? Refused)
{
    public string Namespace { get; init; } = "default";

    public Dictionary<string, string> Labels { get; init; } = [];

    /// <summary>The images that count: those that ran before the request do not.</summary>
    public IReadOnlyList<string> NewImages
    {
        get
        {
            var running = Images(OldSpec).ToHashSet(StringComparer.Ordinal);
            return [.. Images().Where(image => !running.Contains(image))];
        }
    }

    /// <summary>What the rules refuse, read from the row as an admission request is: images that ran before the request do not count.</summary>
    public IReadOnlyList<string> RefusedBy(Func<string, bool> accepts) => [.. NewImages.Where(image => !accepts(image))];

    public IReadOnlyList<string> Expected => Refused ?? [.. Images()];

    private IEnumerable<string> Images() => Repeat is null ? Images(Spec) : [Repeat.Image];

    private static IEnumerable<string> Images(JsonElement? spec) => spec is not { } pod
        ? []
        : new[] { "containers", "initContainers", "ephemeralContainers" }.SelectMany(list => Items(pod, list)).Select(container => Text(container, "image"))
            .Concat(Items(pod, "volumes").Where(volume => volume.TryGetProperty("image", out _)).Select(volume => Text(volume.GetProperty("image"), "reference")));

    private static IEnumerable<JsonElement> Items(JsonElement pod, string list)
    {
        if (!pod.TryGetProperty(list, out var items))
        {
            yield break;
        }

        foreach (var item in items.EnumerateArray())
        {
            yield return item;
        }
    }

    private static string Text(JsonElement element, string member) => element.TryGetProperty(member, out var value) ? value.GetString()! : string.Empty;
}
