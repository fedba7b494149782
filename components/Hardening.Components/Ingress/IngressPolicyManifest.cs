using Pulumi;
using Pulumi.Kubernetes.Types.Inputs.Networking.V1;
using Pulumi.KubernetesCrds.Cilium.V2;

namespace Hardening.Components;

/// <summary>Renders the policy of validated arguments.</summary>
internal sealed class IngressPolicyManifest
{
    private readonly IngressPolicyArgs _args;
    private readonly NetworkFacts _facts;
    private readonly ComponentName _owner;

    public IngressPolicyManifest(IngressPolicyArgs args, string owner)
    {
        _args = args;
        _facts = new NetworkFacts(args.Cluster);
        _owner = new ComponentName(nameof(IngressPolicy), owner);
        Namespace = RenderedValue.Of(args.Namespace!, _owner, "namespace", NameChecks.Label);
        PolicyName = args.PolicyName ?? IngressPolicyChecks.DefaultPolicyName;
    }

    public RenderedValue Namespace { get; }

    public string PolicyName { get; }

    public bool IsKubernetes => _facts.IsKubernetes;

    /// <summary>What flows are stamped with; null where the cluster's Cilium does not know the field.</summary>
    public Input<string>? LogValue => CiliumPolicyObject.LogValue(Namespace, PolicyName, _facts);

    public CiliumNetworkPolicyArgs Cilium()
    {
        var defaultDeny = new CiliumNetworkPolicySpecEnableDefaultDenyArgs { Ingress = _args.Mode == Rollout.Enforce };
        var spec = CiliumPolicyObject.Spec(_args.PodSelector, defaultDeny, LogValue, Reasons());
        spec.Ingress = ManifestList.Of(_args.Rules!.Select((rule, index) => IngressRuleManifest.Of(rule, EntryLists.Item("ingress", index), _owner)));
        return CiliumPolicyObject.Of(Namespace, PolicyName, _args.WaitForValid, spec);
    }

    public NetworkPolicyArgs Kubernetes()
    {
        var policy = KubernetesPolicyObject.Of(Namespace, PolicyName, _args.PodSelector, "Ingress", Reasons(), out var spec);
        if (!_args.Rules![0].None)
        {
            spec.Ingress = ManifestList.Of(_args.Rules.Select((rule, index) => IngressKubernetesRule.Of(rule, EntryLists.Item("ingress", index), _owner, _facts)));
        }

        return policy;
    }

    private string? Reasons() => CiliumPolicyObject.Reasons(_args.Rules!.Select(rule => (IngressKinds.Set(rule)[0].Member, rule.Reason)));
}
