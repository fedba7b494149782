namespace Hardening.Components;

/// <summary>
/// Namespaces whose pods the cluster cannot do without. A quota there can keep a network or storage agent off a new node, or the policy engine and its
/// webhook from coming back, so it needs a written reason.
/// </summary>
public static class ProtectedNamespaces
{
    private const string System = "Kubernetes' own pods run there: a quota can keep the network, DNS or proxy pods off a new node";
    private const string Network = "the network agents run there: a quota can keep them off a new node";
    private const string Storage = "the storage drivers run there: a quota can keep them off a new node, and volumes from being mounted";
    private const string Policy = "the policy engine runs there: a quota can keep its webhook down, and then nothing is admitted";
    private const string Certificates = "cert-manager runs there: a quota can keep its webhook and ACME solver pods down";

    private static readonly Dictionary<string, string> Why = new(StringComparer.Ordinal)
    {
        ["kube-system"] = System,
        ["kube-public"] = System,
        ["kube-node-lease"] = System,
        ["cilium"] = Network,
        ["cilium-system"] = Network,
        ["cilium-secrets"] = Network,
        ["calico-system"] = Network,
        ["calico-apiserver"] = Network,
        ["tigera-operator"] = Network,
        ["kube-flannel"] = Network,
        ["longhorn-system"] = Storage,
        ["rook-ceph"] = Storage,
        ["openebs"] = Storage,
        ["democratic-csi"] = Storage,
        ["csi-driver-nfs"] = Storage,
        ["csi-driver-smb"] = Storage,
        ["kyverno"] = Policy,
        ["gatekeeper-system"] = Policy,
        ["cert-manager"] = Certificates,
    };

    /// <summary>The protected namespaces by name.</summary>
    public static IReadOnlyCollection<string> Names => Why.Keys;

    /// <summary>Why a namespace is protected; <see langword="null"/> when it is not.</summary>
    /// <param name="name">The namespace's name.</param>
    public static string? Reason(string? name) => name is null ? null : Why.GetValueOrDefault(name);
}
