namespace Hardening.Components;

/// <summary>What makes the pods of a workload.</summary>
public static class SpreadKind
{
    /// <summary>A Deployment. Its revisions are told apart by the label <c>pod-template-hash</c>.</summary>
    public const string Deployment = "Deployment";

    /// <summary>A StatefulSet.</summary>
    public const string StatefulSet = "StatefulSet";

    /// <summary>
    /// A <c>Prometheus</c> of <c>monitoring.coreos.com/v1</c>. The operator makes the StatefulSet from it and takes back what is changed there, so that only the custom resource, or the
    /// pods, can be given constraints.
    /// </summary>
    public const string Prometheus = "Prometheus";

    /// <summary>Every value, the default first.</summary>
    public static IReadOnlyList<string> All { get; } = [Deployment, StatefulSet, Prometheus];
}
