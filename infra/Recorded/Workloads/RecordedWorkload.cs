namespace Hardening.Infra.Recorded.Workloads;

/// <summary>A controller with its pods and its template, or a pod that has none.</summary>
internal sealed class RecordedWorkload(WorkloadName name)
{
    private readonly Dictionary<string, RecordedPod> _pods = new(StringComparer.Ordinal);

    public WorkloadName Name { get; } = name;

    /// <summary>Its pods as admission sees them, each kind once.</summary>
    public IReadOnlyCollection<RecordedPod> Pods => _pods.Values;

    /// <summary>Its template; null where only pods were recorded.</summary>
    public RecordedPod? Template { get; private set; }

    /// <summary>How many pods it wants all the time; null where that was not recorded.</summary>
    public int? Replicas { get; set; }

    /// <summary>How many pods it may make beside those: during a rolling update, or when a job runs.</summary>
    public int Surge { get; set; }

    /// <summary>How many of its pods run.</summary>
    public int Running => _pods.Values.Sum(pod => pod.Running);

    /// <summary>The kubelet starts it from a file, whatever admission says.</summary>
    public bool IsStatic => Name.Kind == WorkloadName.StaticPod;

    public void AddRunning(string json, int count) => Pod(json).Running += count;

    public void SetTemplate(string json)
    {
        Template = Pod(json);
        Template.IsTemplate = true;
    }

    /// <summary>Takes over what was recorded under another name.</summary>
    public void Add(RecordedWorkload other)
    {
        foreach (var pod in other._pods.Values.Where(pod => pod.Running > 0))
            AddRunning(pod.Json, pod.Running);
    }

    private RecordedPod Pod(string json)
    {
        if (_pods.TryGetValue(json, out var pod))
            return pod;

        // What cannot be judged is refused where it is read.
        pod = new RecordedPod(json);
        pod.Read().Dispose();
        return _pods[json] = pod;
    }
}
