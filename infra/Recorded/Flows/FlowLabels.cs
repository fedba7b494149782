using System.Text.Json;

namespace Hardening.Infra.Recorded.Flows;

/// <summary>The labels of one side of a flow, sorted out: a pod's own, its namespace, and Cilium's entities.</summary>
/// <param name="Pod">The pod's own labels.</param>
/// <param name="Namespace">The namespace that the labels state.</param>
/// <param name="Entities">Cilium's entities.</param>
internal sealed record FlowLabels(IReadOnlyDictionary<string, string> Pod, string? Namespace, IReadOnlyList<string> Entities)
{
    private const string FromKubernetes = "k8s:";
    private const string Reserved = "reserved:";
    private const string NamespaceKey = "io.kubernetes.pod.namespace";
    private const string World = "world";

    public static FlowLabels None { get; } = new(new Dictionary<string, string>(StringComparer.Ordinal), null, []);

    /// <exception cref="InvalidOperationException">It is no list of labels.</exception>
    public static FlowLabels Of(JsonElement labels)
    {
        var pod = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var entities = new List<string>();
        string? space = null;
        var isAddress = false;
        foreach (var item in labels.EnumerateArray())
        {
            var label = item.GetString() ?? "";
            if (label.StartsWith(Reserved, StringComparison.Ordinal))
            {
                if (label[Reserved.Length..] is not "unknown" and var name)
                    AddOnce(entities, EntityOf(name));
            }
            else if (label.StartsWith("cidr:", StringComparison.Ordinal) || label.StartsWith("fqdn:", StringComparison.Ordinal))
            {
                isAddress = true;
            }
            else if (label.StartsWith(FromKubernetes, StringComparison.Ordinal))
            {
                var equals = label.IndexOf('=', StringComparison.Ordinal);
                var key = equals < 0 ? label[FromKubernetes.Length..] : label[FromKubernetes.Length..equals];
                var value = equals < 0 ? "" : label[(equals + 1)..];
                if (key == NamespaceKey)
                    space = value;
                else if (!key.StartsWith("io.cilium.", StringComparison.Ordinal))
                    pod[key] = value;
            }
        }

        // Nodes and pods may carry the labels of address blocks too, where policies match them by address.
        if (isAddress && space is null && entities.Count == 0)
            entities.Add(World);
        entities.Sort(StringComparer.Ordinal);
        return new FlowLabels(pod, space, entities);
    }

    /// <summary>Whether an identity is one that Cilium gives to the pods of some cluster.</summary>
    public static bool IsPod(int identity) => identity is (>= 100 and <= 115) or (>= 256 and < 1 << 24);

    /// <summary>What a reserved identity stands for; null for those of pods.</summary>
    public static string? EntityOf(int identity) => identity switch
    {
        1 => "host",
        2 or 9 or 10 => World,
        3 => "unmanaged",
        4 => "health",
        5 => "init",
        6 => "remote-node",
        7 => "kube-apiserver",
        8 => "ingress",
        >= 1 << 24 and < 2 << 24 => World,
        >= 2 << 24 and < 3 << 24 => "remote-node",
        _ => null,
    };

    private static string EntityOf(string name) => name is "world-ipv4" or "world-ipv6" ? World : name;

    public override string ToString() => $"{Namespace} {string.Join(' ', Entities)} {string.Join(' ', Pod.Select(label => $"{label.Key}={label.Value}"))}";

    private static void AddOnce(List<string> list, string text)
    {
        if (!list.Contains(text))
            list.Add(text);
    }
}
