namespace Hardening.Infra.Recorded.Workloads;

/// <summary>Which workload.</summary>
/// <param name="Namespace">Its namespace.</param>
/// <param name="Kind">The kind of its controller; <c>Pod</c> where it has none.</param>
/// <param name="Name">The controller's name, or the pod's.</param>
internal sealed record WorkloadName(string Namespace, string Kind, string Name) : IComparable<WorkloadName>
{
    public const string Pod = "Pod";

    /// <summary>Pods that a node's kubelet starts from files.</summary>
    public const string StaticPod = "static Pod";

    public int CompareTo(WorkloadName? other)
    {
        if (other is null)
            return 1;
        var space = string.CompareOrdinal(Namespace, other.Namespace);
        var name = space != 0 ? space : string.CompareOrdinal(Name, other.Name);
        return name != 0 ? name : string.CompareOrdinal(Kind, other.Kind);
    }

    /// <summary><c>Deployment/web</c>.</summary>
    public override string ToString() => $"{Kind}/{Name}";
}
