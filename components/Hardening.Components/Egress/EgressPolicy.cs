using Pulumi;
using Pulumi.Kubernetes.Networking.V1;
using Pulumi.KubernetesCrds.Cilium.V2;

namespace Hardening.Components;

/// <summary>
/// Restricts where the pods of one namespace connect: a CiliumNetworkPolicy of allow rules with implicit deny. In <see cref="Rollout.Audit"/> the
/// same rules are there and nothing is dropped. Carve-outs become a second policy that switches no default deny on. Where the cluster facts say so it is
/// a NetworkPolicy instead, and what that kind cannot say is refused: names, ICMP, carve-outs, and an Audit.
/// </summary>
/// <remarks>
/// The API server accepts policies that the Cilium agent then rejects as a whole, which leaves the pods without any; what the agent refuses is therefore
/// refused here first, when the arguments are known, and when they resolve otherwise.
/// </remarks>
public sealed class EgressPolicy : ComponentResource
{
    /// <summary>The component's type token.</summary>
    public const string TypeToken = "hardening:index:EgressPolicy";

    /// <summary>Creates the policy.</summary>
    /// <param name="name">The component's resource name.</param>
    /// <param name="args">What to allow.</param>
    /// <param name="options">Resource options.</param>
    /// <exception cref="ComponentArgumentException">The arguments are refused; it lists every problem.</exception>
    public EgressPolicy(string name, EgressPolicyArgs args, ComponentResourceOptions? options = null)
        : this(name, Accepted<EgressPolicyArgs>.Of(nameof(EgressPolicy), name, args, Validate), options)
    {
    }

    internal EgressPolicy(string name, Accepted<EgressPolicyArgs> accepted, ComponentResourceOptions? options)
        : base(TypeToken, name, options)
    {
        accepted.Warn(this);
        var args = accepted.Args;
        var manifest = new EgressPolicyManifest(args, name);
        var child = new CustomResourceOptions { Parent = this };
        var made = args.Rules is not null && args.Mode != Rollout.Off;
        if (made && manifest.IsKubernetes)
        {
            KubernetesPolicy = new NetworkPolicy($"{name}-policy", manifest.Kubernetes(), child);
        }
        else if (made)
        {
            Policy = new CiliumNetworkPolicy($"{name}-policy", manifest.Allow(), child);
        }

        if (args.Deny is not null && args.Mode == Rollout.Enforce)
        {
            DenyPolicy = new CiliumNetworkPolicy($"{name}-deny", manifest.Deny(), child);
        }

        Namespace = manifest.Namespace.Input.ToOutput();
        PolicyName = Output.Create(made ? manifest.PolicyName : null);
        DenyPolicyName = Output.Create(DenyPolicy is null ? null : manifest.DenyPolicyName);
        LogValue = manifest.LogValue(manifest.PolicyName)?.ToOutput().Apply(value => (string?)value) ?? Output.Create((string?)null);
        RegisterOutputs();
    }

    /// <summary>The namespace that is governed.</summary>
    [Output("namespace")]
    public Output<string> Namespace { get; private set; }

    /// <summary>The name of the policy of allow rules; null where there are carve-outs alone, and in <see cref="Rollout.Off"/>.</summary>
    [Output("policyName")]
    public Output<string?> PolicyName { get; private set; }

    /// <summary>The name of the policy of carve-outs; null where there is none.</summary>
    [Output("denyPolicyName")]
    public Output<string?> DenyPolicyName { get; private set; }

    /// <summary>What flows carry in <c>policy_log</c> where the policy of allow rules decided them; null below Cilium 1.18, where its version is not stated, and for NetworkPolicies.</summary>
    [Output("logValue")]
    public Output<string?> LogValue { get; private set; }

    /// <summary>The policy of allow rules; null where there are carve-outs alone, and where the cluster's policies are NetworkPolicies.</summary>
    public CiliumNetworkPolicy? Policy { get; }

    /// <summary>The policy where <see cref="ClusterFactsArgs.NetworkPolicyEngine"/> asks for NetworkPolicies; null otherwise, and in <see cref="Rollout.Off"/>.</summary>
    public NetworkPolicy? KubernetesPolicy { get; }

    /// <summary>The policy of carve-outs; null where there are none, and in <see cref="Rollout.Audit"/>.</summary>
    public CiliumNetworkPolicy? DenyPolicy { get; }

    /// <summary>
    /// Checks arguments without creating anything. Paths are relative to them, in wire names: <c>egress[1].fqdn</c>. What several policies do to
    /// each other is the matter of <see cref="EgressPolicySet"/>.
    /// </summary>
    /// <param name="args">The arguments.</param>
    public static ValidationResult Validate(EgressPolicyArgs args)
    {
        ArgumentNullException.ThrowIfNull(args);
        var problems = new ProblemList();
        EgressPolicyChecks.Check(args, problems);
        return problems.ToResult();
    }
}
