using Pulumi;

namespace Hardening.Components;

/// <summary>
/// Spreads the pods of critical workloads over nodes and zones, so that one node that fails does not take all of them. Pods that bring constraints of their own keep them.
/// </summary>
/// <remarks>
/// <para>Children, by <see cref="TopologySpreadArgs.Delivery"/>: <c>{name}-policy</c> (MutatingPolicy, or MutatingAdmissionPolicy with <c>{name}-binding</c>), or one patch a workload,
/// <c>{name}-{namespace}.{workload}</c>.</para>
/// <para>The policies act on pods as they are created; pods that run keep their places until they are replaced (<c>kubectl rollout restart</c>; a StatefulSet with
/// <c>updateStrategy: OnDelete</c>, as Vault's, until its pods are deleted). The scheduler never moves a pod afterwards. A volume of one node or zone holds its pod there,
/// whatever the constraints prefer.</para>
/// </remarks>
/// <example>
/// <code>
/// _ = new TopologySpread("topology-spread", new()
/// {
///     Workloads =
///     [
///         new()
///         {
///             Namespace = "vault",
///             Workload = "vault",
///             PodSelector = new() { ["app.kubernetes.io/name"] = "vault", ["component"] = "server" },
///             Replicas = 3,
///             Kind = SpreadKind.StatefulSet,
///         },
///     ],
///     Cluster = new() { KubernetesVersion = "1.34.1", KyvernoVersion = "1.19.0", Nodes = 3 },
/// });
/// </code>
/// </example>
public sealed class TopologySpread : ComponentResource
{
    /// <summary>The component's type token.</summary>
    public const string TypeToken = "hardening:index:TopologySpread";

    /// <summary>Creates the component.</summary>
    /// <param name="name">The resource name.</param>
    /// <param name="args">Which workloads, and how their pods get the constraints.</param>
    /// <param name="options">The usual resource options.</param>
    /// <exception cref="ComponentArgumentException">The arguments are refused; it lists every problem.</exception>
    public TopologySpread(string name, TopologySpreadArgs args, ComponentResourceOptions? options = null)
        : this(name, Accepted<TopologySpreadArgs>.Of(nameof(TopologySpread), name, args, Validate), options)
    {
    }

    internal TopologySpread(string name, Accepted<TopologySpreadArgs> accepted, ComponentResourceOptions? options)
        : base(TypeToken, name, options)
    {
        accepted.Warn(this);
        var args = accepted.Args;
        if (args.Mode != Rollout.Off)
        {
            Create(name, args);
        }

        PolicyName = Output.Create(args.Mode == Rollout.Off || args.Delivery == SpreadDelivery.ServerSideApplyPatch ? null : args.PolicyName);
        RegisterOutputs();
    }

    /// <summary>The policy object's name; null where there is none.</summary>
    [Output("policyName")]
    public Output<string?> PolicyName { get; private set; }

    /// <summary>Checks the arguments; paths are relative to them.</summary>
    /// <param name="args">The arguments.</param>
    public static ValidationResult Validate(TopologySpreadArgs args)
    {
        ArgumentNullException.ThrowIfNull(args);
        var problems = new ProblemList();
        TopologySpreadChecks.Check(args, problems);
        return problems.ToResult();
    }

    /// <summary>How the pods of each workload are spread in the cluster, by what was recorded there.</summary>
    /// <param name="args">Valid arguments.</param>
    /// <param name="recorded">The recorded pods and nodes.</param>
    /// <returns>One a workload, in their order.</returns>
    public static IReadOnlyList<SpreadDistribution> Audit(TopologySpreadArgs args, SpreadFacts recorded)
    {
        ArgumentNullException.ThrowIfNull(args);
        ArgumentNullException.ThrowIfNull(recorded);
        return [.. args.Workloads!.Select(workload => SpreadDistribution.Of(workload, recorded))];
    }

    private void Create(string name, TopologySpreadArgs args)
    {
        switch (args.Delivery)
        {
            case SpreadDelivery.ServerSideApplyPatch:
                SpreadPatches.Create(name, args, this);
                break;
            case SpreadDelivery.KubernetesMutatingAdmissionPolicy:
                SpreadPolicies.CreateNative(name, args, this);
                break;
            default:
                SpreadPolicies.CreateKyverno(name, args, this);
                break;
        }
    }
}
