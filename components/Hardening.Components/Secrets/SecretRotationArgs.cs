using Pulumi;

namespace Hardening.Components;

/// <summary>What <see cref="SecretRotation"/> needs to know: the workload, and the Secrets whose changes restart it.</summary>
public sealed class SecretRotationArgs : ResourceArgs, IToldOfCluster<SecretRotationArgs>
{
    /// <summary><see cref="Rollout.Enforce"/> (the default) or <see cref="Rollout.Off"/>, which patches nothing.</summary>
    [Input("mode")]
    public string? Mode { get; set; }

    /// <summary>Namespace of the workload and of the Secrets. Required.</summary>
    [Input("namespace", required: true)]
    public string? Namespace { get; set; }

    /// <summary>Name of the workload. Required.</summary>
    [Input("workload", required: true)]
    public string? Workload { get; set; }

    /// <summary>One of <see cref="WorkloadKind.All"/>. Default: <see cref="WorkloadKind.Deployment"/>.</summary>
    [Input("kind")]
    public string? Kind { get; set; }

    /// <summary>One of <see cref="RotationMethod.All"/>. Default: <see cref="RotationMethod.Checksum"/>.</summary>
    [Input("method")]
    public string? Method { get; set; }

    /// <summary>The Secrets. Required; at least one.</summary>
    [Input("secrets", required: true)]
    public List<RotatedSecretArgs>? Secrets { get; set; }

    /// <summary>What is stated about the cluster. <see cref="RotationMethod.Reloader"/> needs the version of Reloader there.</summary>
    [Input("cluster")]
    public ClusterFactsArgs? Cluster { get; set; }

    SecretRotationArgs IToldOfCluster<SecretRotationArgs>.Copy() => (SecretRotationArgs)MemberwiseClone();
}
