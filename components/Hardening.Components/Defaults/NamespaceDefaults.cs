using Pulumi;
using Pulumi.Kubernetes.Rbac.V1;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;
using Pulumi.Kubernetes.Types.Inputs.Rbac.V1;
using Pulumi.KubernetesCrds.KyvernoPolicies.V1;

namespace Hardening.Components;

/// <summary>
/// Gives every namespace that nobody planned a LimitRange, a ResourceQuota and an egress policy, by a Kyverno GeneratingPolicy: namespaces that exist, and new ones as they are created.
/// </summary>
/// <remarks>
/// <para>Children: <c>{name}-role</c> (ClusterRole, which Kyverno's background controller takes up by its label) and, after it, <c>{name}-policy</c>. The objects are called
/// <c>default-limits</c>, <c>default-quota</c> and <c>default-egress</c>, and are those that a <see cref="HardenedNamespace"/> of that size and egress would have.</para>
/// <para>While the policy is kept in step with its objects (<see cref="NamespaceDefaultsArgs.Synchronize"/>), Kyverno makes all of them anew when the policy changes, and so they are
/// missing for a moment; planning a namespace takes its default objects away. Objects of the same names that somebody else made are left alone.</para>
/// </remarks>
/// <example>
/// <code>
/// _ = new NamespaceDefaults("namespace-defaults", new()
/// {
///     Size = NamespaceSize.Small,
///     EgressMode = Rollout.Enforce,
///     PlannedNamespaces = ["argocd", "vault"],
///     ExcludedNamespaces = ["playground"],
///     Cluster = new() { KubernetesVersion = "1.34.1", KyvernoVersion = "1.19.0", CiliumVersion = "1.19.4" },
/// });
/// </code>
/// </example>
public sealed class NamespaceDefaults : ComponentResource
{
    /// <summary>The component's type token.</summary>
    public const string TypeToken = "hardening:index:NamespaceDefaults";

    /// <summary>Kyverno's background controller has the rules of every ClusterRole with this label.</summary>
    private const string AggregationLabel = "rbac.kyverno.io/aggregate-to-background-controller";

    private static readonly string[] Verbs = ["create", "delete", "get", "list", "patch", "update", "watch"];

    /// <summary>Creates the component.</summary>
    /// <param name="name">The resource name.</param>
    /// <param name="args">What namespaces are given, and which are left alone.</param>
    /// <param name="options">The usual resource options.</param>
    /// <exception cref="ComponentArgumentException">The arguments are refused; it lists every problem.</exception>
    public NamespaceDefaults(string name, NamespaceDefaultsArgs args, ComponentResourceOptions? options = null)
        : this(name, Accepted<NamespaceDefaultsArgs>.Of(nameof(NamespaceDefaults), name, args, Validate), options)
    {
    }

    internal NamespaceDefaults(string name, Accepted<NamespaceDefaultsArgs> accepted, ComponentResourceOptions? options)
        : base(TypeToken, name, options)
    {
        accepted.Warn(this);
        var args = accepted.Args;
        if (args.Mode != Rollout.Off)
        {
            _ = new GeneratingPolicy($"{name}-policy", Policy(name, args), new CustomResourceOptions { Parent = this, DependsOn = Role(name, args) });
        }

        PolicyName = Output.Create(args.Mode == Rollout.Off ? null : args.PolicyName);
        RegisterOutputs();
    }

    /// <summary>The policy object's name; null where there is none.</summary>
    [Output("policyName")]
    public Output<string?> PolicyName { get; private set; }

    /// <summary>Checks the arguments; paths are relative to them.</summary>
    /// <param name="args">The arguments.</param>
    public static ValidationResult Validate(NamespaceDefaultsArgs args)
    {
        ArgumentNullException.ThrowIfNull(args);
        var problems = new ProblemList();
        NamespaceDefaultsChecks.Check(args, problems);
        return problems.ToResult();
    }

    private ClusterRole Role(string name, NamespaceDefaultsArgs args)
    {
        var labels = new Dictionary<string, string>(StringComparer.Ordinal) { [NamespaceMetadata.ManagedByLabel] = NamespaceMetadata.ManagedBy, [AggregationLabel] = "true" };
        var policies = new NetworkFacts(args.Cluster).IsKubernetes ? Rule("networking.k8s.io", "networkpolicies") : Rule("cilium.io", "ciliumnetworkpolicies");
        return new ClusterRole(
            $"{name}-role",
            new ClusterRoleArgs
            {
                Metadata = new ObjectMetaArgs { Name = args.PolicyName!, Labels = labels },
                Rules = new[] { Rule("", "limitranges", "resourcequotas"), policies },
            },
            new CustomResourceOptions { Parent = this });
    }

    private static PolicyRuleArgs Rule(string group, params string[] resources) => new() { ApiGroups = group, Resources = resources, Verbs = Verbs };

    private static GeneratingPolicyArgs Policy(string name, NamespaceDefaultsArgs args)
    {
        var objects = DefaultObjects.Of(args, name);
        return new GeneratingPolicyArgs
        {
            Metadata = PodPolicy.Metadata(args.PolicyName!),
            Spec = new GeneratingPolicySpecArgs
            {
                Evaluation = new GeneratingPolicySpecEvaluationArgs
                {
                    GenerateExisting = Switch(on: true),
                    Synchronize = Switch(args.Synchronize ?? true),
                    OrphanDownstreamOnPolicyDelete = Switch(args.OrphanDownstreamOnPolicyDelete ?? false),
                },
                MatchConstraints = new GeneratingPolicySpecMatchConstraintsArgs
                {
                    ResourceRules = new GeneratingPolicySpecMatchConstraintsExcludeResourceRulesArgs
                    {
                        ApiGroups = "",
                        ApiVersions = "v1",
                        Operations = new[] { "CREATE", "UPDATE" },
                        Resources = "namespaces",
                    },
                },
                MatchConditions = new NamespaceDefaultsRules(args).Conditions.Select(condition => Named(condition.Name, condition.Expression)).ToArray(),
                Variables = objects.Select(item => Named(item.Name, item.Expression)).ToArray(),
                Generate = objects.Select(item => new GeneratingPolicySpecGenerateArgs { Expression = $"generator.Apply(object.metadata.name, [variables.{item.Name}])" }).ToArray(),
            },
        };
    }

    private static GeneratingPolicySpecEvaluationGenerateExistingArgs Switch(bool on) => new() { Enabled = on };

    private static GeneratingPolicySpecMatchConditionsArgs Named(string name, Input<string> expression) => new() { Name = name, Expression = expression };
}
