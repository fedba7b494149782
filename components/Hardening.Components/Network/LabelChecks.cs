using Hardening.Primitives;

namespace Hardening.Components;

/// <summary>Checks labels that select pods. Keys may carry Cilium's source prefix, <c>k8s:</c> or <c>any:</c>.</summary>
internal static class LabelChecks
{
    public const string NamespaceKey = "io.kubernetes.pod.namespace";

    public static void Check(IReadOnlyDictionary<string, string>? labels, ProblemList problems, string member)
    {
        if (labels is null)
        {
            return;
        }

        if (labels.Count == 0)
        {
            problems.Add(member, null, "is empty, which would select every pod", "leave it out to mean every pod, or give labels");
        }

        foreach (var (key, value) in labels)
        {
            var path = $"{member}.{key}";
            var bare = WithoutSource(key);
            if (key.StartsWith("reserved:", StringComparison.Ordinal))
            {
                problems.Add(path, value, "is a label of Cilium's own identities, not of pods", "use nodes, world or kubeApiServer");
            }
            else if (bare == NamespaceKey || bare.StartsWith("io.cilium.k8s.namespace.labels.", StringComparison.Ordinal))
            {
                problems.Add(path, value, "selects a namespace, not pods", "leave it out: the namespace is said by namespace or anyNamespace");
            }
            else if (KubernetesName.CheckLabelKey(bare) is { } keyMessage)
            {
                problems.Add(path, key, $"is no label key: {keyMessage}", "write the key as the pods carry it, such as app.kubernetes.io/name");
            }
            else if (KubernetesName.CheckLabelValue(value) is { } valueMessage)
            {
                problems.Add(path, value, $"is no label value: {valueMessage}", "write the value as the pods carry it");
            }
        }
    }

    /// <summary>Whether some pod can carry both sets of labels: always, unless one key has two values. Conservative by design.</summary>
    public static bool MayOverlap(IReadOnlyDictionary<string, string>? one, IReadOnlyDictionary<string, string>? other)
    {
        if (one is null || other is null)
        {
            return true;
        }

        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (key, value) in one)
        {
            values[WithoutSource(key)] = value;
        }

        return other.All(label => !values.TryGetValue(WithoutSource(label.Key), out var value) || value == label.Value);
    }

    /// <summary>The key without Cilium's source prefix.</summary>
    public static string WithoutSource(string key) =>
        key.StartsWith("k8s:", StringComparison.Ordinal) || key.StartsWith("any:", StringComparison.Ordinal) ? key[4..] : key;
}
