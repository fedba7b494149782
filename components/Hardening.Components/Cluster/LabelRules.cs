using Hardening.Primitives;

namespace Hardening.Components;

/// <summary>Refuses labels and annotations that the API server refuses.</summary>
internal static class LabelRules
{
    private const int LargestAnnotations = 256 * 1024;

    public static void CheckLabels(IEnumerable<KeyValuePair<string, string>> labels, ProblemList problems, bool secret = false)
    {
        foreach (var (key, value) in labels)
        {
            CheckKey(key, problems);
            if (KubernetesName.CheckLabelValue(value) is { } message)
            {
                problems.Add($"[{key}]", secret ? null : value, message, "shorten or respell the value; an annotation takes any text");
            }
        }
    }

    public static void CheckAnnotations(IEnumerable<KeyValuePair<string, string>> annotations, ProblemList problems)
    {
        long size = 0;
        foreach (var (key, value) in annotations)
        {
            CheckKey(key, problems);
            size += key.Length + System.Text.Encoding.UTF8.GetByteCount(value ?? string.Empty);
        }

        if (size > LargestAnnotations)
        {
            problems.Add(string.Empty, null, "keys and values together exceed 256 KiB", "shorten them");
        }
    }

    private static void CheckKey(string key, ProblemList problems)
    {
        if (KubernetesName.CheckLabelKey(key) is { } message)
        {
            problems.Add($"[{key}]", null, message, "respell the key as name or domain/name");
        }
    }
}
