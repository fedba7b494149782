namespace Hardening.Infra.Recorded.Workloads;

/// <summary>Which workload.</summary>
/// <param name="Namespace">Its namespace.</param>
/// <param name="Kind">The kind of its controller; <c>Pod</c> where it has none.</param>
/// <param name="Name">The controller's name, or the pod's.</param>
internal sealed record WorkloadName(string Namespace, string Kind, string Name)
{
    public const string Pod = "Pod";

    /// <summary>Pods that a node's kubelet starts from files.</summary>
    public const string StaticPod = "static Pod";

    /// <summary><c>Deployment/web</c>.</summary>
    public override string ToString() => $"{Kind}/{Name}";
}
