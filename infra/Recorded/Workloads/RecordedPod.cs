
namespace Hardening.Infra.Recorded.Workloads;

/// <summary>Pods that admission cannot tell apart: replicas, or the template that makes them.</summary>
/// <param name="json">What admission looks at, as <see cref="PodText"/> writes it.</param>
internal sealed class RecordedPod(string json)
{
    public string Json { get; } = json;

    /// <summary>How many such pods run.</summary>
    public int Running { get; set; }

    /// <summary>Whether a controller makes such pods.</summary>
    public bool IsTemplate { get; set; }

    /// <summary>Reads it for as long as it is judged.</summary>
    public PodFacts Read() => PodFacts.Parse(Json);
}
