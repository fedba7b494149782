using Pulumi;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;
using Pulumi.KubernetesCrds.Cilium.V2;

namespace Hardening.Components;

/// <summary>What every CiliumNetworkPolicy of ours has: its name, its subject, the stamp on flows and the reasons of its rules.</summary>
internal static class CiliumPolicyObject
{
    public static CiliumNetworkPolicyArgs Of(RenderedValue @namespace, string name, bool waitForValid, CiliumNetworkPolicySpecArgs spec)
    {
        var metadata = new ObjectMetaArgs
        {
            Name = name,
            Namespace = @namespace.Input,
            Labels = new InputMap<string> { [NamespaceMetadata.ManagedByLabel] = NamespaceMetadata.ManagedBy },
        };
        if (waitForValid)
        {
            metadata.Annotations = new InputMap<string> { ["pulumi.com/waitFor"] = "condition=Valid" };
        }

        return new CiliumNetworkPolicyArgs { Metadata = metadata, Spec = spec };
    }

    public static CiliumNetworkPolicySpecArgs Spec(
        Dictionary<string, string>? pods, CiliumNetworkPolicySpecEnableDefaultDenyArgs defaultDeny, Input<string>? log, string? reasons)
    {
        var spec = new CiliumNetworkPolicySpecArgs { EndpointSelector = SelectorManifest.Labels(pods), EnableDefaultDeny = defaultDeny };
        if (log is not null)
        {
            spec.Log = new CiliumNetworkPolicySpecLogArgs { Value = log };
        }

        if (reasons is not null)
        {
            spec.Description = reasons;
        }

        return spec;
    }

    /// <summary>What flows are stamped with; null where the cluster's Cilium does not know the field.</summary>
    public static Input<string>? LogValue(RenderedValue @namespace, string name, NetworkFacts facts) =>
        facts.HasLogField && !facts.IsKubernetes ? @namespace.Map(text => PolicyLogValue.For(text, name)).Input : null;

    /// <summary>The reasons of rules as one text; null where no rule states one.</summary>
    public static string? Reasons(IEnumerable<(string Member, string? Reason)> rules)
    {
        var reasons = rules.Where(rule => rule.Reason is not null).Select(rule => $"{rule.Member}: {rule.Reason!.Trim()}").ToList();
        return reasons.Count > 0 ? string.Join("; ", reasons) : null;
    }
}
