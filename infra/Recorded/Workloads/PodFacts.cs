using System.Text.Json;

namespace Hardening.Infra.Recorded.Workloads;

/// <summary>A recorded pod, or a template of pods, while it is judged.</summary>
internal sealed class PodFacts : IDisposable
{
    public const string LabelsKey = "labels";
    public const string AnnotationsKey = "annotations";
    public const string SpecKey = "spec";

    private static readonly string[] Lists = ["containers", "initContainers", "ephemeralContainers"];

    private readonly JsonDocument _document;

    private PodFacts(JsonDocument document)
    {
        _document = document;
        Labels = Texts(LabelsKey);
        Annotations = Texts(AnnotationsKey);
        Spec = document.RootElement.GetProperty(SpecKey);
        Images = [.. Lists.SelectMany(list => Named(list, "container", item => item.TryGetProperty("image", out var image) ? image.GetString() : null))
            .Concat(Named("volumes", "volume", ReferenceOf))];
    }

    public IReadOnlyDictionary<string, string> Labels { get; }

    public IReadOnlyDictionary<string, string> Annotations { get; }

    public JsonElement Spec { get; }

    /// <summary>Every image and what runs or mounts it, as <c>container web</c>.</summary>
    public IReadOnlyList<(string Subject, string Image)> Images { get; }

    /// <summary>Reads what the recording's reader wrote down.</summary>
    /// <exception cref="InvalidOperationException">It is no pod as Kubernetes has it.</exception>
    public static PodFacts Parse(string json) => new(JsonDocument.Parse(json));

    public void Dispose() => _document.Dispose();

    private IEnumerable<(string, string)> Named(string list, string word, Func<JsonElement, string?> imageOf)
    {
        foreach (var item in Spec.GetProperty(list).EnumerateArray())
        {
            if (imageOf(item) is { } image)
                yield return ($"{word} {(item.TryGetProperty("name", out var name) ? name.GetString() : "")}", image);
        }
    }

    private static string? ReferenceOf(JsonElement volume) =>
        volume.TryGetProperty("image", out var image) && image.ValueKind is JsonValueKind.Object && image.TryGetProperty("reference", out var reference) ? reference.GetString() : null;

    private Dictionary<string, string> Texts(string key)
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var member in _document.RootElement.GetProperty(key).EnumerateObject())
            texts[member.Name] = member.Value.GetString()!;
        return texts;
    }
}
