using Pulumi;
using Pulumi.Kubernetes.Apps.V1;
using Pulumi.Kubernetes.Types.Inputs.Apps.V1;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;

namespace Hardening.Components;

/// <summary>Server-side-apply patches of the objects that make the pods.</summary>
internal static class SpreadPatches
{
    private const string FieldManager = "pulumi.com/patchFieldManager";

    /// <summary>A name of its own: what else is patched of the same object by the same manager would take these fields away again.</summary>
    private const string Manager = "hardening-spread";

    public static void Create(string name, TopologySpreadArgs args, Resource parent)
    {
        foreach (var workload in args.Workloads!)
        {
            var resource = $"{name}-{workload.Namespace}.{workload.Workload}";
            var constraints = new InputList<TopologySpreadConstraintPatchArgs>();
            foreach (var constraint in SpreadConstraints.Of(workload, args.Cluster))
            {
                constraints.Add(Of(constraint));
            }

            Create(resource, workload, constraints, new CustomResourceOptions { Parent = parent });
        }
    }

    private static void Create(string name, SpreadWorkloadArgs workload, InputList<TopologySpreadConstraintPatchArgs> constraints, CustomResourceOptions options)
    {
        var metadata = new ObjectMetaPatchArgs
        {
            Name = workload.ObjectName ?? workload.Workload!,
            Namespace = workload.Namespace!,
            Annotations = new Dictionary<string, string>(StringComparer.Ordinal) { [FieldManager] = Manager },
        };
        var template = new PodTemplateSpecPatchArgs { Spec = new PodSpecPatchArgs { TopologySpreadConstraints = constraints } };
        Resource _ = workload.Kind switch
        {
            SpreadKind.StatefulSet => new StatefulSetPatch(name, new StatefulSetPatchArgs { Metadata = metadata, Spec = new StatefulSetSpecPatchArgs { Template = template } }, options),
            SpreadKind.Prometheus => new PrometheusPatch(name, new PrometheusPatchArgs { Metadata = OfCustomResource(workload), Spec = new PrometheusSpreadSpecArgs { TopologySpreadConstraints = constraints } }, options),
            _ => new DeploymentPatch(name, new DeploymentPatchArgs { Metadata = metadata, Spec = new DeploymentSpecPatchArgs { Template = template } }, options),
        };
    }

    private static ObjectMetaArgs OfCustomResource(SpreadWorkloadArgs workload) => new()
    {
        Name = workload.ObjectName ?? workload.Workload!,
        Namespace = workload.Namespace!,
        Annotations = new Dictionary<string, string>(StringComparer.Ordinal) { [FieldManager] = Manager },
    };

    private static TopologySpreadConstraintPatchArgs Of(SpreadConstraint constraint)
    {
        var patch = new TopologySpreadConstraintPatchArgs
        {
            LabelSelector = new LabelSelectorPatchArgs { MatchLabels = constraint.Labels.ToDictionary(StringComparer.Ordinal) },
            MaxSkew = constraint.MaxSkew,
            TopologyKey = constraint.TopologyKey,
            WhenUnsatisfiable = constraint.WhenUnsatisfiable,
        };
        foreach (var key in constraint.MatchLabelKeys)
        {
            patch.MatchLabelKeys.Add(key);
        }

        if (constraint.MinDomains is { } domains)
        {
            patch.MinDomains = domains;
        }

        if (constraint.PassesOverTaints)
        {
            patch.NodeTaintsPolicy = SpreadConstraint.Honor;
        }

        return patch;
    }
}
