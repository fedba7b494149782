namespace Hardening.Components;

/// <summary>Whether the peer of a flow is the pods that a rule means.</summary>
internal static class FlowPeers
{
    /// <summary>Whether a pod has all these labels. Keys may carry Cilium's source prefix.</summary>
    public static bool Has(IReadOnlyDictionary<string, string> labels, IReadOnlyDictionary<string, string>? wanted) =>
        wanted is null || wanted.All(label => labels.TryGetValue(LabelChecks.WithoutSource(label.Key), out var value) && value == label.Value);

    public static bool IsPod(NetworkFlow flow, string? space, IReadOnlyDictionary<string, string>? pods) =>
        flow.PeerNamespace is { } peer && (space is null || peer == space) && Has(flow.PeerLabels, pods);
}
