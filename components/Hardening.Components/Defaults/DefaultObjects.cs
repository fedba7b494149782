using System.Collections.Immutable;
using Pulumi;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;

namespace Hardening.Components;

/// <summary>The objects that a namespace without a plan is given: those of a <see cref="HardenedNamespace"/> of the same size and egress, under names of their own.</summary>
/// <remarks>
/// Own names, because Kyverno deletes by name what it no longer generates: a namespace that is planned one day would lose the planned objects with the default ones.
/// </remarks>
internal static class DefaultObjects
{
    public const string LimitRangeName = "default-limits";
    public const string QuotaName = "default-quota";
    public const string EgressName = "default-egress";

    /// <summary>Stands for the namespace, which nothing of the objects but the stamp on flows depends on.</summary>
    public const string AnyNamespace = "unplanned";

    /// <summary>What the namespace would be if it were planned.</summary>
    public static HardenedNamespaceArgs Namespace(NamespaceDefaultsArgs args, string name) => new()
    {
        Name = name,
        Size = args.Size,
        Cluster = args.Cluster,
        Egress = new EgressPolicyArgs
        {
            Namespace = name,
            PolicyName = EgressName,
            Mode = args.EgressMode,
            Rules = args.Egress ?? [EgressRule.Dns(), EgressRule.SameNamespace()],
            Cluster = args.Cluster,
        },
    };

    /// <summary>Each object as CEL text, by the name of the variable that holds it, in the order in which they are made: limits before the quota that wants them.</summary>
    public static IReadOnlyList<(string Name, Output<string> Expression)> Of(NamespaceDefaultsArgs args, string component)
    {
        var space = Namespace(args, AnyNamespace);
        var plan = NamespacePlan.Resolve(space, new ProblemList());
        var objects = new List<(string Name, Output<string> Expression)>
        {
            ("limitRange", Text("v1", "LimitRange", LimitRangeName, ManifestData.Of(new LimitRangeSpecArgs { Limits = LimitManifests.Items(plan) }))),
            ("resourceQuota", Text("v1", "ResourceQuota", QuotaName, ManifestData.Of(LimitManifests.Quota(null, plan)))),
        };
        if (args.EgressMode != Rollout.Off)
        {
            objects.Add(("egressPolicy", Egress(new EgressPolicyManifest(EgressDefaults.Fill(space)!, component))));
        }

        return objects;
    }

    private static Output<string> Egress(EgressPolicyManifest manifest) => manifest.IsKubernetes
        ? Text("networking.k8s.io/v1", "NetworkPolicy", EgressName, ManifestData.Of(manifest.Kubernetes().Spec))
        : Text("cilium.io/v2", "CiliumNetworkPolicy", EgressName, ManifestData.Of(manifest.Allow().Spec).Apply(Stamped));

    /// <summary>The stamp says the policy alone: the flow says the namespace.</summary>
    private static object Stamped(object spec)
    {
        var members = (ImmutableSortedDictionary<string, object>)spec;
        return members.ContainsKey("log") ? members.SetItem("log", new Dictionary<string, string>(StringComparer.Ordinal) { ["value"] = EgressName }) : members;
    }

    private static Output<string> Text(string apiVersion, string kind, string name, Output<object> spec) => spec.Apply(members => CelValue.Of(new Dictionary<string, object>(StringComparer.Ordinal)
    {
        ["apiVersion"] = apiVersion,
        ["kind"] = kind,
        ["metadata"] = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["name"] = name,
            ["labels"] = new Dictionary<string, string>(StringComparer.Ordinal) { [NamespaceMetadata.ManagedByLabel] = NamespaceMetadata.ManagedBy },
        },
        ["spec"] = members,
    }));
}
