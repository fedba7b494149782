using Pulumi;

namespace Hardening.Components;

/// <summary>
/// A phase's arguments, checked: for programs that read them from elsewhere, say themselves what is wrong with them, and do not want everything checked a second time when
/// the phase is created. <see cref="HardeningPhase.Check"/> makes one. The arguments must not be changed afterwards.
/// </summary>
public sealed class CheckedPhase
{
    internal CheckedPhase(HardeningPhaseArgs args, ValidationResult result)
    {
        Args = args;
        Result = result;
    }

    /// <summary>Everything that was found, in the order of the arguments.</summary>
    public ValidationResult Result { get; }

    internal HardeningPhaseArgs Args { get; }

    internal IReadOnlyList<CidrGroupArgs> CidrGroups { get; init; } = [];

    internal IReadOnlyList<CheckedNamespace> Namespaces { get; init; } = [];

    internal IReadOnlyList<Accepted<EgressPolicyArgs>> Egress { get; init; } = [];

    internal IReadOnlyList<Accepted<IngressPolicyArgs>> Ingress { get; init; } = [];

    internal Accepted<RegistryAllowlistArgs>? Registries { get; init; }

    internal Accepted<ImagePinningArgs>? Pinning { get; init; }

    internal IReadOnlyList<Accepted<WorkloadSecurityArgs>> Security { get; init; } = [];

    internal Accepted<CertManagerAlertsArgs>? CertManagerAlerts { get; init; }

    internal Accepted<DashboardAccessArgs>? Dashboard { get; init; }

    internal IReadOnlyList<Accepted<PodDisruptionArgs>> Disruption { get; init; } = [];

    internal IReadOnlyList<Accepted<GitOpsProjectArgs>> Projects { get; init; } = [];

    internal Accepted<SealedSecretBundleArgs>? Secrets { get; init; }

    internal IReadOnlyList<Accepted<SecretRotationArgs>> Rotation { get; init; } = [];

    internal Accepted<TopologySpreadArgs>? Spread { get; init; }

    internal Accepted<NamespaceDefaultsArgs>? Defaults { get; init; }

    /// <summary>Creates the phase. Warnings are not logged: whoever asked for <see cref="Result"/> has them.</summary>
    /// <param name="name">The resource name.</param>
    /// <param name="options">The usual resource options.</param>
    /// <exception cref="ComponentArgumentException">The arguments are refused; it lists every problem.</exception>
    public HardeningPhase Create(string name, ComponentResourceOptions? options = null) => new(name, OrThrow(name), options);

    internal CheckedPhase OrThrow(string name)
    {
        Result.ThrowIfInvalid(nameof(HardeningPhase), name);
        return this;
    }
}
