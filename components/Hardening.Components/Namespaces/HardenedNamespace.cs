using System.Collections.Immutable;
using Pulumi;
using Pulumi.Kubernetes.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;
using Pulumi.Utilities;

namespace Hardening.Components;

/// <summary>
/// A namespace with Pod Security labels, a LimitRange, a ResourceQuota and, where given, default egress and ingress policies. It creates the namespace or adopts one.
/// </summary>
/// <remarks>
/// <para>Children: <c>{name}-namespace</c> (Namespace, or NamespacePatch when adopting), <c>{name}-limits</c> (LimitRange <c>hardening-limits</c>),
/// <c>{name}-quota</c> (ResourceQuota <c>hardening-quota</c>, after the LimitRange, so that no pod is refused for lack of defaults), <c>{name}-egress</c> and <c>{name}-ingress</c>.</para>
/// <para>Adopting takes only the labels and annotations that are set here, by server-side apply with the field manager <c>hardening</c>. The patch is retained on
/// delete: destroying the stack changes nothing about the namespace, so that Pod Security is not switched off by accident, and so that it is not deleted even where
/// the provider's server-side apply has been turned off meanwhile (the provider then deletes what it patched). To give the fields back, apply an empty
/// configuration as that manager: <c>kubectl apply --server-side --field-manager=hardening</c>. A later stack takes the same fields up without a conflict.</para>
/// <para>A namespace that this component created is deleted with the stack, and everything in it: use the resource options <c>Protect</c> or
/// <c>RetainOnDelete</c>, which the namespace inherits, where that must not be. Do so too before changing <c>adopt</c> from false to true.</para>
/// </remarks>
public sealed class HardenedNamespace : ComponentResource
{
    private const string Token = "hardening:index:HardenedNamespace";
    private const string LimitRangeName = "hardening-limits";
    private const string QuotaName = "hardening-quota";

    /// <summary>Creates the component.</summary>
    /// <param name="name">The resource name.</param>
    /// <param name="args">What to create.</param>
    /// <param name="options">The usual resource options.</param>
    /// <exception cref="ComponentArgumentException">The arguments are refused; it lists every problem.</exception>
    public HardenedNamespace(string name, HardenedNamespaceArgs args, ComponentResourceOptions? options = null)
        : this(name, CheckedNamespace.Of(args).OrThrow(name), options)
    {
    }

    internal HardenedNamespace(string name, CheckedNamespace @checked, ComponentResourceOptions? options)
        : base(Token, name, options)
    {
        foreach (var warning in @checked.Result.Warnings)
        {
            Log.Warn(warning.ToString(), this);
        }

        var args = @checked.Args;
        var plan = @checked.Plan;
        var @namespace = CreateNamespace(name, args, plan, options);
        List<Resource> limits = plan.HasLimitRange ? [@namespace, CreateLimitRange(name, args, plan, @namespace)] : [@namespace];
        if (plan.Hard is not null)
        {
            CreateQuota(name, args, plan, limits);
        }

        if (@checked.Egress is { } egress)
        {
            _ = new EgressPolicy($"{name}-egress", egress, new ComponentResourceOptions { Parent = this, DependsOn = @namespace });
        }

        if (@checked.Ingress is { } ingress)
        {
            _ = new IngressPolicy($"{name}-ingress", ingress, new ComponentResourceOptions { Parent = this, DependsOn = @namespace });
        }

        Name = OutputUtilities.WithDependency(Output.Create(args.Name!), @namespace);
        Hard = Output.Create(LimitManifests.Strings(plan.Hard).ToImmutableDictionary(StringComparer.Ordinal));
        Exemptions = Output.Create<ImmutableArray<string>>([.. (args.Exemptions ?? []).Select(exemption => exemption.Control!)]);
        RegisterOutputs();
    }

    /// <summary>The namespace's name; whoever uses it waits for the namespace.</summary>
    [Output("name")]
    public Output<string> Name { get; private set; }

    /// <summary>The quota's hard limits as canonical quantities; empty where there is no quota.</summary>
    [Output("hard")]
    public Output<ImmutableDictionary<string, string>> Hard { get; private set; }

    /// <summary>The controls (<see cref="NamespaceControl"/>) that the namespace is exempt from.</summary>
    [Output("exemptions")]
    public Output<ImmutableArray<string>> Exemptions { get; private set; }

    /// <summary>Checks the arguments; paths are relative to them. Every exemption is a warning.</summary>
    /// <param name="args">The arguments. Labels and annotations that are not known yet are checked when they are.</param>
    public static ValidationResult Validate(HardenedNamespaceArgs args)
    {
        ArgumentNullException.ThrowIfNull(args);
        return CheckedNamespace.Of(args).Whole;
    }

    /// <summary>What needs somebody's attention on a given day: exemptions that have expired.</summary>
    /// <param name="args">The arguments.</param>
    /// <param name="asOf">The day to judge by.</param>
    public static IReadOnlyList<Finding> Findings(HardenedNamespaceArgs args, DateOnly asOf)
    {
        ArgumentNullException.ThrowIfNull(args);
        return NamespaceRules.Expired(args, asOf);
    }

    private Resource CreateNamespace(string name, HardenedNamespaceArgs args, NamespacePlan plan, ComponentResourceOptions? options)
    {
        var labels = NamespaceMetadata.Merge(name, args.Labels, NamespaceMetadata.Labels(args, plan), "labels", NamespaceRules.CheckLabels);
        var annotations = NamespaceMetadata.Merge(name, args.Annotations, NamespaceMetadata.Annotations(args), "annotations", NamespaceRules.CheckAnnotations);
        if (args.Adopt)
        {
            var patch = new ObjectMetaPatchArgs { Name = args.Name!, Annotations = annotations! };
            if (labels is not null)
            {
                patch.Labels = labels;
            }

            return new NamespacePatch(
                $"{name}-namespace",
                new NamespacePatchArgs { Metadata = patch },
                new CustomResourceOptions { Parent = this, RetainOnDelete = true });
        }

        var metadata = new ObjectMetaArgs { Name = args.Name!, Labels = labels! };
        if (annotations is not null)
        {
            metadata.Annotations = annotations;
        }

        return new Namespace(
            $"{name}-namespace",
            new NamespaceArgs { Metadata = metadata },
            new CustomResourceOptions { Parent = this, RetainOnDelete = options?.RetainOnDelete });
    }

    private LimitRange CreateLimitRange(string name, HardenedNamespaceArgs args, NamespacePlan plan, Resource @namespace) => new(
        $"{name}-limits",
        new LimitRangeArgs { Metadata = Metadata(args, LimitRangeName), Spec = new LimitRangeSpecArgs { Limits = LimitManifests.Items(plan) } },
        new CustomResourceOptions { Parent = this, DependsOn = @namespace });

    private void CreateQuota(string name, HardenedNamespaceArgs args, NamespacePlan plan, List<Resource> dependencies) => _ = new ResourceQuota(
        $"{name}-quota",
        new ResourceQuotaArgs { Metadata = Metadata(args, QuotaName), Spec = LimitManifests.Quota(args.Quota, plan) },
        new CustomResourceOptions { Parent = this, DependsOn = dependencies });

    private static ObjectMetaArgs Metadata(HardenedNamespaceArgs args, string name) => new()
    {
        Name = name,
        Namespace = args.Name!,
        Labels = new Dictionary<string, string>(StringComparer.Ordinal) { [NamespaceMetadata.ManagedByLabel] = NamespaceMetadata.ManagedBy },
    };
}
