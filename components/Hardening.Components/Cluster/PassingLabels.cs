namespace Hardening.Components;

/// <summary>Labels of pods that change with every revision, run or pod: they tell pods of one workload apart and never a workload.</summary>
public static class PassingLabels
{
    private const string OfJobs = "batch.kubernetes.io/";

    private static readonly HashSet<string> Keys = new(StringComparer.Ordinal)
    {
        "pod-template-hash",
        "controller-revision-hash",
        "pod-template-generation",
        "statefulset.kubernetes.io/pod-name",
        "apps.kubernetes.io/pod-index",
        "job-name",
        "controller-uid",
    };

    /// <summary>Whether a label is one of them.</summary>
    /// <param name="key">The label's key.</param>
    public static bool Includes(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return Keys.Contains(key) || key.StartsWith(OfJobs, StringComparison.Ordinal);
    }
}
