using System.Text.Json;

namespace Hardening.Components.Tests.Registries;

/// <summary>One row of the shared table: a pod, or a controller's template, with the images that must be refused.</summary>
internal sealed record ImageRow(string Name, JsonElement? Spec, JsonElement? OldSpec, RepeatedImage? Repeat, string? Skipped, List<string>? Untrusted)
{
    /// <summary>What the rules refuse, read from the row as an admission request is: images that ran before the request do not count.</summary>
    public IReadOnlyList<string> Refused(RegistryRules rules)
    {
        var running = Images(OldSpec).ToHashSet(StringComparer.Ordinal);
        return [.. Images().Where(image => !running.Contains(image) && !rules.Decide(image).IsTrusted)];
    }

    public IReadOnlyList<string> Expected => Untrusted ?? [.. Images()];

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
