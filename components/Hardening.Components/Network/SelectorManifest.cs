using Pulumi.KubernetesCrds.Cilium.V2;

namespace Hardening.Components;

/// <summary>Renders selectors of pods.</summary>
internal static class SelectorManifest
{
    private const string NamespaceKey = "k8s:" + LabelChecks.NamespaceKey;

    /// <summary>Pods of the policy's own namespace, which Cilium adds by itself.</summary>
    public static CiliumNetworkPolicySpecEndpointSelectorArgs OwnNamespace(Dictionary<string, string>? pods) => Labels(pods);

    public static CiliumNetworkPolicySpecEndpointSelectorArgs Namespace(RenderedValue name, IReadOnlyDictionary<string, string>? pods)
    {
        var labels = ManifestList.Map(pods ?? new Dictionary<string, string>(StringComparer.Ordinal));
        labels.Add(NamespaceKey, name.Input);
        return new CiliumNetworkPolicySpecEndpointSelectorArgs { MatchLabels = labels };
    }

    public static CiliumNetworkPolicySpecEndpointSelectorArgs AnyNamespace(Dictionary<string, string>? pods)
    {
        var selector = Labels(pods);
        selector.MatchExpressions = ManifestList.Of([new CiliumNetworkPolicySpecEndpointSelectorMatchExpressionsArgs { Key = NamespaceKey, Operator = "Exists" }]);
        return selector;
    }

    /// <summary>The selector of the governed pods; <c>{}</c> selects every pod of the namespace.</summary>
    public static CiliumNetworkPolicySpecEndpointSelectorArgs Labels(Dictionary<string, string>? labels)
    {
        var selector = new CiliumNetworkPolicySpecEndpointSelectorArgs();
        if (labels is not null)
        {
            selector.MatchLabels = ManifestList.Map(labels);
        }

        return selector;
    }
}
