using Pulumi;

namespace Hardening.Components;

/// <summary>What one workload's security context has to be, and why.</summary>
public sealed class WorkloadSecurityArgs : ResourceArgs, IToldOfCluster<WorkloadSecurityArgs>
{
    /// <summary>The workload's namespace. Required.</summary>
    [Input("namespace", required: true)]
    public string? Namespace { get; set; }

    /// <summary>The workload's name. Required.</summary>
    [Input("workload", required: true)]
    public string? Workload { get; set; }

    /// <summary>The labels of its pods, all of them. Labels that change with a revision or a pod are refused. Required.</summary>
    [Input("podSelector", required: true)]
    public Dictionary<string, string>? PodSelector { get; set; }

    /// <summary>One of <see cref="SecurityProfile"/>. Required.</summary>
    [Input("profile", required: true)]
    public string? Profile { get; set; }

    /// <summary>The user that every container runs as, above 0. Default: any that the profile allows.</summary>
    [Input("runAsUser")]
    public int? RunAsUser { get; set; }

    /// <summary>Capabilities that containers may add, without <c>CAP_</c>. Default: none; restricted profiles know <c>NET_BIND_SERVICE</c> alone.</summary>
    [Input("addCapabilities")]
    public List<string>? AddCapabilities { get; set; }

    /// <summary>What the summary of security contexts calls it. Default: <see cref="Workload"/>.</summary>
    [Input("title")]
    public string? Title { get; set; }

    /// <summary>Why this profile. Required.</summary>
    [Input("reason", required: true)]
    public string? Reason { get; set; }

    /// <summary>Who answers for it. Required where the profile is weaker than <see cref="NamespaceLevel"/>.</summary>
    [Input("owner")]
    public string? Owner { get; set; }

    /// <summary>The last day on which it holds, as <c>2027-03-31</c>. Required where the profile is weaker than <see cref="NamespaceLevel"/>.</summary>
    [Input("expires")]
    public string? Expires { get; set; }

    /// <summary>The namespace's level of the Pod Security Standards. Default: <c>baseline</c>.</summary>
    [Input("namespaceLevel")]
    public string? NamespaceLevel { get; set; } = PodSecurityLevel.Baseline;

    /// <summary>How far that level has been rolled out in the namespace: <see cref="Rollout.Enforce"/> refuses pods below it. Default: <see cref="Rollout.Audit"/>.</summary>
    [Input("namespaceMode")]
    public string? NamespaceMode { get; set; } = Rollout.Audit;

    /// <summary>Who evaluates the policy: <see cref="PolicyEngine.KyvernoValidatingPolicy"/> (the default) or <see cref="PolicyEngine.KubernetesAdmissionPolicy"/>.</summary>
    [Input("engine")]
    public string? Engine { get; set; } = PolicyEngine.KyvernoValidatingPolicy;

    /// <summary><see cref="Rollout.Audit"/> (the default), <see cref="Rollout.Warn"/> or <see cref="Rollout.Enforce"/>.</summary>
    [Input("mode")]
    public string? Mode { get; set; } = Rollout.Audit;

    /// <summary>What happens when the policy cannot be evaluated. Default: <c>Fail</c> where the mode is <see cref="Rollout.Enforce"/>, else <c>Ignore</c>.</summary>
    [Input("failurePolicy")]
    public string? FailurePolicy { get; set; }

    /// <summary>The policy object's name, at most 53 characters. Default: <c>security-</c>, the namespace and the workload, joined by hyphens.</summary>
    [Input("policyName")]
    public string? PolicyName { get; set; }

    /// <summary>What the cluster has: the engine's version. Required.</summary>
    [Input("cluster", required: true)]
    public ClusterFactsArgs? Cluster { get; set; }

    WorkloadSecurityArgs IToldOfCluster<WorkloadSecurityArgs>.Copy() => (WorkloadSecurityArgs)MemberwiseClone();
}
