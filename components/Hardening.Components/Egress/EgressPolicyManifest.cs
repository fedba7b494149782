using Pulumi;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;
using Pulumi.KubernetesCrds.Cilium.V2;

namespace Hardening.Components;

/// <summary>Renders the two policies of validated arguments.</summary>
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

    /// <summary>What flows are stamped with; null where the cluster's Cilium does not know the field.</summary>
    public Input<string>? LogValue(string policyName) =>
        _context.Facts.HasLogField ? Namespace.Map(name => PolicyLogValue.For(name, policyName)).Input : null;

    public CiliumNetworkPolicyArgs Allow()
    {
        var rules = _args.Rules!;
        var spec = Spec(PolicyName, defaultDeny: _args.Mode == Rollout.Enforce);
        spec.Egress = ManifestList.Of(rules.Select((rule, index) => EgressRuleManifest.Of(rule, EntryLists.Item("egress", index), _context)));
        Describe(spec, rules.Select(rule => (EgressKinds.Set(rule)[0].Member, rule.Reason)));
        return Policy(PolicyName, spec);
    }

    public CiliumNetworkPolicyArgs Deny()
    {
        var denies = _args.Deny!;
        var spec = Spec(DenyPolicyName, defaultDeny: false);
        spec.EgressDeny = ManifestList.Of(denies.Select((deny, index) =>
            EgressDenyManifest.Of(deny, EntryLists.Item("egressDeny", index), _context.Owner, besideRules: _args.Rules is not null)));
        Describe(spec, denies.Select(deny => (EgressKinds.Set(deny)[0].Member, deny.Reason)));
        return Policy(DenyPolicyName, spec);
    }

    private CiliumNetworkPolicySpecArgs Spec(string policyName, bool defaultDeny)
    {
        var spec = new CiliumNetworkPolicySpecArgs
        {
            EndpointSelector = SelectorManifest.Labels(_args.PodSelector),
            EnableDefaultDeny = new CiliumNetworkPolicySpecEnableDefaultDenyArgs { Egress = defaultDeny },
        };
        if (LogValue(policyName) is { } log)
        {
            spec.Log = new CiliumNetworkPolicySpecLogArgs { Value = log };
        }

        return spec;
    }

    private static void Describe(CiliumNetworkPolicySpecArgs spec, IEnumerable<(string Member, string? Reason)> rules)
    {
        var reasons = rules.Where(rule => rule.Reason is not null).Select(rule => $"{rule.Member}: {rule.Reason!.Trim()}").ToList();
        if (reasons.Count > 0)
        {
            spec.Description = string.Join("; ", reasons);
        }
    }

    private CiliumNetworkPolicyArgs Policy(string policyName, CiliumNetworkPolicySpecArgs spec)
    {
        var metadata = new ObjectMetaArgs
        {
            Name = policyName,
            Namespace = Namespace.Input,
            Labels = new InputMap<string> { ["app.kubernetes.io/managed-by"] = "hardening" },
        };
        if (_args.WaitForValid)
        {
            metadata.Annotations = new InputMap<string> { ["pulumi.com/waitFor"] = "condition=Valid" };
        }

        return new CiliumNetworkPolicyArgs { Metadata = metadata, Spec = spec };
    }
}
