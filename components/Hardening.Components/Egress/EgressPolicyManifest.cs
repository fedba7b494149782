using Pulumi;
using Pulumi.Kubernetes.Types.Inputs.Networking.V1;
using Pulumi.KubernetesCrds.Cilium.V2;

namespace Hardening.Components;

/// <summary>Renders the policies of validated arguments.</summary>
internal sealed class EgressPolicyManifest
{
    private readonly EgressPolicyArgs _args;
    private readonly EgressManifestContext _context;

    public EgressPolicyManifest(EgressPolicyArgs args, string owner)
    {
        _args = args;
        _context = new EgressManifestContext(args, new ComponentName(nameof(EgressPolicy), owner));
        Namespace = RenderedValue.Of(args.Namespace!, _context.Owner, "namespace", NameChecks.Label);
        PolicyName = args.PolicyName ?? EgressPolicyChecks.DefaultPolicyName;
    }

    public RenderedValue Namespace { get; }

    public string PolicyName { get; }

    public string DenyPolicyName => PolicyName + EgressPolicyChecks.DenySuffix;

    public bool IsKubernetes => _context.Facts.IsKubernetes;

    /// <summary>What flows are stamped with; null where the cluster's Cilium does not know the field.</summary>
    public Input<string>? LogValue(string policyName) => CiliumPolicyObject.LogValue(Namespace, policyName, _context.Facts);

    public CiliumNetworkPolicyArgs Allow()
    {
        var rules = _args.Rules!;
        var spec = Spec(PolicyName, defaultDeny: _args.Mode == Rollout.Enforce, ReasonsOfRules());
        spec.Egress = ManifestList.Of(rules.Select((rule, index) => EgressRuleManifest.Of(rule, EntryLists.Item("egress", index), _context)));
        return CiliumPolicyObject.Of(Namespace, PolicyName, _args.WaitForValid, spec);
    }

    public CiliumNetworkPolicyArgs Deny()
    {
        var denies = _args.Deny!;
        var reasons = CiliumPolicyObject.Reasons(denies.Select(deny => (EgressKinds.Set(deny)[0].Member, deny.Reason)));
        var spec = Spec(DenyPolicyName, defaultDeny: false, reasons);
        spec.EgressDeny = ManifestList.Of(denies.Select((deny, index) =>
            EgressDenyManifest.Of(deny, EntryLists.Item("egressDeny", index), _context.Owner, besideRules: _args.Rules is not null)));
        return CiliumPolicyObject.Of(Namespace, DenyPolicyName, _args.WaitForValid, spec);
    }

    public NetworkPolicyArgs Kubernetes()
    {
        var policy = KubernetesPolicyObject.Of(Namespace, PolicyName, _args.PodSelector, "Egress", ReasonsOfRules(), out var spec);
        if (!_args.Rules![0].None)
        {
            spec.Egress = ManifestList.Of(_args.Rules.Select((rule, index) => EgressKubernetesRule.Of(rule, EntryLists.Item("egress", index), _context)));
        }

        return policy;
    }

    private CiliumNetworkPolicySpecArgs Spec(string policyName, bool defaultDeny, string? reasons) =>
        CiliumPolicyObject.Spec(_args.PodSelector, new CiliumNetworkPolicySpecEnableDefaultDenyArgs { Egress = defaultDeny }, LogValue(policyName), reasons);

    private string? ReasonsOfRules() => CiliumPolicyObject.Reasons(_args.Rules!.Select(rule => (EgressKinds.Set(rule)[0].Member, rule.Reason)));
}
