using System.Globalization;
using Pulumi;
using Pulumi.Kubernetes.Policy.V1;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;
using Pulumi.Kubernetes.Types.Inputs.Policy.V1;
using Pulumi.Utilities;

namespace Hardening.Components;

/// <summary>
/// Keeps a workload running while nodes are drained: a PodDisruptionBudget that lets some pods go and never all, and never blocks a drain for good.
/// </summary>
/// <remarks>
/// Child: <c>{name}-budget</c>. Charts may bring a budget of their own (Vault's does where it runs in HA): switch it off there, since a pod of two budgets cannot be
/// evicted at all. Percentages and <see cref="PodDisruptionArgs.MaxUnavailable"/> need a controller that Kubernetes can scale: a Deployment, a StatefulSet, or a custom resource with a
/// scale subresource.
/// </remarks>
public sealed class PodDisruption : ComponentResource
{
    /// <summary>The component's type token.</summary>
    public const string TypeToken = "hardening:index:PodDisruption";

    /// <summary>The version of Kubernetes that has <see cref="PodDisruptionArgs.UnhealthyPodEvictionPolicy"/> for good.</summary>
    internal const string EvictionVersion = "1.31";

    /// <summary>Creates the component.</summary>
    /// <param name="name">The resource name.</param>
    /// <param name="args">Which pods, and how many may be evicted at once.</param>
    /// <param name="options">The usual resource options.</param>
    /// <exception cref="ComponentArgumentException">The arguments are refused; it lists every problem.</exception>
    public PodDisruption(string name, PodDisruptionArgs args, ComponentResourceOptions? options = null)
        : this(name, Accepted<PodDisruptionArgs>.Of(nameof(PodDisruption), name, args, Validate), options)
    {
    }

    internal PodDisruption(string name, Accepted<PodDisruptionArgs> accepted, ComponentResourceOptions? options)
        : base(TypeToken, name, options)
    {
        accepted.Warn(this);
        var args = accepted.Args;
        var budget = Output.Create($"{args.Workload}-disruption");
        BudgetName = args.Mode == Rollout.Off ? budget : OutputUtilities.WithDependency(budget, Create(name, args));
        RegisterOutputs();
    }

    /// <summary>The budget's name; whoever uses it waits for the budget.</summary>
    [Output("budgetName")]
    public Output<string> BudgetName { get; private set; }

    /// <summary>Checks the arguments; paths are relative to them. What two budgets do to each other is the matter of <see cref="PodDisruptionSet"/>.</summary>
    /// <param name="args">The arguments.</param>
    public static ValidationResult Validate(PodDisruptionArgs args)
    {
        ArgumentNullException.ThrowIfNull(args);
        var problems = new ProblemList();
        PodDisruptionChecks.Check(args, problems);
        return problems.ToResult();
    }

    private PodDisruptionBudget Create(string name, PodDisruptionArgs args)
    {
        var spec = new PodDisruptionBudgetSpecArgs { Selector = new LabelSelectorArgs { MatchLabels = args.PodSelector! } };
        if (args.MinAvailable is { } min)
        {
            spec.MinAvailable = Share(min);
        }

        if (args.MaxUnavailable is { } max)
        {
            spec.MaxUnavailable = Share(max);
        }

        var byDefault = ClusterFacts.KubernetesHas(args.Cluster, EvictionVersion) ? UnhealthyPodEviction.AlwaysAllow : null;
        if ((args.UnhealthyPodEvictionPolicy ?? byDefault) is { } eviction)
        {
            spec.UnhealthyPodEvictionPolicy = eviction;
        }

        return new PodDisruptionBudget(
            $"{name}-budget",
            new PodDisruptionBudgetArgs
            {
                Metadata = new ObjectMetaArgs
                {
                    Name = $"{args.Workload}-disruption",
                    Namespace = args.Namespace!,
                    Labels = new Dictionary<string, string>(StringComparer.Ordinal) { [NamespaceMetadata.ManagedByLabel] = NamespaceMetadata.ManagedBy },
                },
                Spec = spec,
            },
            new CustomResourceOptions { Parent = this });
    }

    private static InputUnion<int, string> Share(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : text;
}
