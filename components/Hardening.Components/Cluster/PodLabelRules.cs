namespace Hardening.Components;

/// <summary>Labels by which the pods of one workload cannot be chosen.</summary>
internal static class PodLabelRules
{
    /// <summary>What to write instead.</summary>
    public const string Stable = "use labels of the workload itself, such as app.kubernetes.io/name and app.kubernetes.io/component";

    /// <summary>Labels of a chart's release, which <see cref="PassingLabels"/> does not know.</summary>
    private static readonly string[] OfOneRelease = ["helm.sh/chart", "app.kubernetes.io/version"];

    /// <summary>Labels that tell revisions apart, and not the pods of one.</summary>
    private static readonly string[] OfOneRevision = ["pod-template-hash", "controller-revision-hash", "pod-template-generation"];

    /// <summary>Labels that all workloads of a release share.</summary>
    private static readonly string[] OfManyWorkloads = ["app.kubernetes.io/instance", "app.kubernetes.io/part-of", "app.kubernetes.io/managed-by", "release", "heritage"];

    /// <summary>Whether the label's value changes from release to release or from pod to pod.</summary>
    public static bool Changes(string key) => OfOneRelease.Contains(key, StringComparer.Ordinal) || PassingLabels.Includes(key);

    /// <summary>Whether the label's value differs from pod to pod.</summary>
    public static bool IsOfOnePod(string key) => PassingLabels.Includes(key) && !OfOneRevision.Contains(key, StringComparer.Ordinal);

    /// <summary>Whether all workloads of a release may carry these labels.</summary>
    public static bool AreShared(Dictionary<string, string> selector) => selector.Keys.All(key => OfManyWorkloads.Contains(key, StringComparer.Ordinal));

    /// <summary>Refuses labels that are missing, change, or choose more than one workload.</summary>
    /// <param name="selector">The labels.</param>
    /// <param name="onChange">What becomes of it where the value changes: <c>the budget would then select nothing</c>.</param>
    /// <param name="onShare">What becomes of it where all workloads carry them.</param>
    /// <param name="problems">Where problems go.</param>
    public static void Check(Dictionary<string, string>? selector, string onChange, string onShare, ProblemList problems)
    {
        if (selector is null or { Count: 0 })
        {
            problems.Add("podSelector", null, "is missing, and an empty selector is every pod of the namespace", Stable);
            return;
        }

        LabelRules.CheckLabels(selector, problems.At("podSelector"));
        foreach (var (key, value) in selector)
        {
            if (Changes(key))
            {
                problems.Add($"podSelector[{key}]", value, $"changes from release to release or from pod to pod, and {onChange}", Stable);
            }
            else if (string.IsNullOrEmpty(value))
            {
                problems.Add($"podSelector[{key}]", value, "is empty, and pods hardly carry a label without a value", "write the value as the pods carry it");
            }
        }

        if (AreShared(selector))
        {
            problems.Add("podSelector", string.Join(", ", selector.Select(label => $"{label.Key}={label.Value}")), $"is shared by every workload of a release, so that {onShare}", Stable);
        }
    }
}
