using Hardening.Primitives;

namespace Hardening.Infra.Audit.Pods;

/// <summary>Quantities by the keys of a quota.</summary>
internal sealed class QuotaSum
{
    private static readonly Dictionary<string, string> Counts = new(StringComparer.Ordinal)
    {
        ["Deployment"] = "count/deployments.apps",
        ["StatefulSet"] = "count/statefulsets.apps",
        ["DaemonSet"] = "count/daemonsets.apps",
        ["CronJob"] = "count/cronjobs.batch",
    };

    private readonly Dictionary<string, Quantity> _quantities = new(StringComparer.Ordinal);

    public Quantity this[string key] => _quantities.GetValueOrDefault(key);

    /// <summary>The key that counts controllers of a kind; null where recorded objects do not tell their number.</summary>
    public static string? CountOf(string kind) => Counts.GetValueOrDefault(kind);

    /// <summary>Whether recorded workloads tell what a key counts.</summary>
    public static bool Knows(string key) =>
        key is "pods" or "count/pods"
        || (key is not "requests.storage" && (key.StartsWith("requests.", StringComparison.Ordinal) || key.StartsWith("limits.", StringComparison.Ordinal)))
        || Counts.ContainsValue(key);

    public static QuotaSum Of(IReadOnlyDictionary<string, Quantity> use, int times)
    {
        var sum = new QuotaSum();
        sum.Add(use, times);
        return sum;
    }

    public void Add(IReadOnlyDictionary<string, Quantity> use, int times)
    {
        if (times <= 0)
            return;
        foreach (var (key, quantity) in use)
            Add(key, quantity * times);
    }

    public void Add(string key, Quantity quantity) => _quantities[key] = _quantities.TryGetValue(key, out var sum) ? sum + quantity : quantity;
}
