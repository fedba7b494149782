using Pulumi;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;
using Pulumi.Kubernetes.Types.Inputs.Networking.V1;

namespace Hardening.Components;

/// <summary>What every NetworkPolicy of ours has: its name, its subject, its direction, and the reasons of its rules as an annotation.</summary>
internal static class KubernetesPolicyObject
{
    private const string Reasons = "hardening/reasons";

    /// <summary>
    /// A policy of one direction. That the direction is denied by default follows from <c>policyTypes</c>; without rules nothing is allowed.
    /// </summary>
    public static NetworkPolicyArgs Of(RenderedValue @namespace, string name, IReadOnlyDictionary<string, string>? pods, string policyType, string? reasons, out NetworkPolicySpecArgs spec)
    {
        var metadata = new ObjectMetaArgs
        {
            Name = name,
            Namespace = @namespace.Input,
            Labels = new InputMap<string> { [NamespaceMetadata.ManagedByLabel] = NamespaceMetadata.ManagedBy },
        };
        if (reasons is not null)
        {
            metadata.Annotations = new InputMap<string> { [Reasons] = reasons };
        }

        spec = new NetworkPolicySpecArgs { PodSelector = KubernetesPeers.Labels(pods), PolicyTypes = ManifestList.Of([policyType]) };
        return new NetworkPolicyArgs { Metadata = metadata, Spec = spec };
    }
}
