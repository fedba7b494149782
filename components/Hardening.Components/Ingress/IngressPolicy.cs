using Pulumi;
using Pulumi.Kubernetes.Networking.V1;
using Pulumi.KubernetesCrds.Cilium.V2;

namespace Hardening.Components;

/// <summary>
/// Restricts who connects to the pods of one namespace: a policy of allow rules with implicit deny, a CiliumNetworkPolicy or, where the cluster facts say so, a
/// NetworkPolicy. With Cilium <see cref="Rollout.Audit"/> has the same rules and drops nothing.
/// </summary>
/// <remarks>
/// <para>A connection between two pods passes when the egress of the one and the ingress of the other let it; <see cref="NetworkConnections"/> compares both.</para>
/// <para>Probes of the kubelet come from the pod's own node. Cilium lets that in by default, and Kubernetes excepts it from every NetworkPolicy; some network plugins do not keep to that.</para>
/// </remarks>
/// <example>
/// <code>
/// _ = new IngressPolicy("shop", new()
/// {
///     Namespace = "shop",
///     Mode = Rollout.Audit,
///     Rules =
///     [
///         IngressRule.NamespacePods("gateway", new() { ["app.kubernetes.io/name"] = "envoy" }, "8080/TCP"),
///         IngressRule.NamespacePods("monitoring", new() { ["app.kubernetes.io/name"] = "prometheus" }, "metrics"),
///     ],
///     Cluster = new() { CiliumVersion = "1.19.4" },
/// });
/// </code>
/// </example>
public sealed class IngressPolicy : ComponentResource
{
    /// <summary>The component's type token.</summary>
    public const string TypeToken = "hardening:index:IngressPolicy";

    /// <summary>Creates the policy.</summary>
    /// <param name="name">The component's resource name.</param>
    /// <param name="args">Whom to let in.</param>
    /// <param name="options">Resource options.</param>
    /// <exception cref="ComponentArgumentException">The arguments are refused; it lists every problem.</exception>
    public IngressPolicy(string name, IngressPolicyArgs args, ComponentResourceOptions? options = null)
        : this(name, Accepted<IngressPolicyArgs>.Of(nameof(IngressPolicy), name, args, Validate), options)
    {
    }

    internal IngressPolicy(string name, Accepted<IngressPolicyArgs> accepted, ComponentResourceOptions? options)
        : base(TypeToken, name, options)
    {
        accepted.Warn(this);
        var args = accepted.Args;
        var manifest = new IngressPolicyManifest(args, name);
        var child = new CustomResourceOptions { Parent = this };
        if (args.Mode != Rollout.Off && manifest.IsKubernetes)
        {
            KubernetesPolicy = new NetworkPolicy($"{name}-policy", manifest.Kubernetes(), child);
        }
        else if (args.Mode != Rollout.Off)
        {
            Policy = new CiliumNetworkPolicy($"{name}-policy", manifest.Cilium(), child);
        }

        Namespace = manifest.Namespace.Input.ToOutput();
        PolicyName = Output.Create(args.Mode == Rollout.Off ? null : manifest.PolicyName);
        LogValue = manifest.LogValue?.ToOutput().Apply(value => (string?)value) ?? Output.Create((string?)null);
        RegisterOutputs();
    }

    /// <summary>The namespace that is governed.</summary>
    [Output("namespace")]
    public Output<string> Namespace { get; private set; }

    /// <summary>The name of the policy; null in <see cref="Rollout.Off"/>.</summary>
    [Output("policyName")]
    public Output<string?> PolicyName { get; private set; }

    /// <summary>What flows carry in <c>policy_log</c> where the policy decided them; null below Cilium 1.18, where its version is not stated, and for NetworkPolicies.</summary>
    [Output("logValue")]
    public Output<string?> LogValue { get; private set; }

    /// <summary>The policy of Cilium; null where the cluster's policies are NetworkPolicies.</summary>
    public CiliumNetworkPolicy? Policy { get; }

    /// <summary>The policy where <see cref="ClusterFactsArgs.NetworkPolicyEngine"/> asks for NetworkPolicies; null otherwise, and in <see cref="Rollout.Off"/>.</summary>
    public NetworkPolicy? KubernetesPolicy { get; }

    /// <summary>
    /// Checks arguments without creating anything. Paths are relative to them, in wire names: <c>ingress[1].cidr</c>. What several policies do to
    /// each other is the matter of <see cref="IngressPolicySet"/>.
    /// </summary>
    /// <param name="args">The arguments.</param>
    public static ValidationResult Validate(IngressPolicyArgs args)
    {
        ArgumentNullException.ThrowIfNull(args);
        var problems = new ProblemList();
        IngressPolicyChecks.Check(args, problems);
        return problems.ToResult();
    }
}
