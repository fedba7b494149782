namespace Hardening.Components;

/// <summary>How the constraints of a <see cref="TopologySpread"/> get to the pods.</summary>
public static class SpreadDelivery
{
    /// <summary>
    /// A Kyverno MutatingPolicy gives them to pods as they are created, whoever made the pods; needs Kyverno 1.17. Nothing that stands in Git or was made by an operator changes, so
    /// that no tool sees drift. The default.
    /// </summary>
    public const string KyvernoMutatingPolicy = "KyvernoMutatingPolicy";

    /// <summary>The same by Kubernetes' own MutatingAdmissionPolicy, with no other component involved; needs Kubernetes 1.36.</summary>
    public const string KubernetesMutatingAdmissionPolicy = "KubernetesMutatingAdmissionPolicy";

    /// <summary>
    /// Server-side-apply patches of the Deployments, StatefulSets and Prometheus resources. The pods restart once, and a tool that keeps those objects as Git has them shows the
    /// patch as drift, or takes it back.
    /// </summary>
    public const string ServerSideApplyPatch = "ServerSideApplyPatch";

    /// <summary>Every value, the default first.</summary>
    public static IReadOnlyList<string> All { get; } = [KyvernoMutatingPolicy, KubernetesMutatingAdmissionPolicy, ServerSideApplyPatch];
}
