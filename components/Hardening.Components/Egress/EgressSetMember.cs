namespace Hardening.Components;

/// <summary>One policy among others. What comparing needs is read when there is something to compare with.</summary>
internal sealed class EgressSetMember(string path, EgressPolicyArgs args)
{
    private EgressScope? _scope;
    private EgressSetNames? _names;

    public string Path { get; } = path;

    public EgressPolicyArgs Args { get; } = args;

    /// <summary>The namespace; null where it is not known yet.</summary>
    public string? Namespace { get; } = args.Namespace is null ? null : InputLeaf.Of(args.Namespace).Value;

    /// <summary>Whether the policy switches default deny on.</summary>
    public bool Enforces => Args is { Mode: Rollout.Enforce, Rules: not null };

    public IReadOnlyList<AddressBlocks> Allowed => Scope.Allowed;

    /// <summary>What is denied; nothing in Audit, where carve-outs are left out.</summary>
    public IReadOnlyList<AddressBlocks> Denied => Args.Mode == Rollout.Enforce ? Scope.Denied : [];

    public EgressSetNames Names => _names ??= EgressSetNames.Of(Args);

    /// <summary>The names of the objects that it creates.</summary>
    public IEnumerable<string> ObjectNames
    {
        get
        {
            var name = Args.PolicyName ?? EgressPolicyChecks.DefaultPolicyName;
            if (Args.Rules is not null && Args.Mode != Rollout.Off)
            {
                yield return name;
            }

            if (Args is { Deny: not null, Mode: Rollout.Enforce })
            {
                yield return name + EgressPolicyChecks.DenySuffix;
            }
        }
    }

    private EgressScope Scope => _scope ??= EgressPolicyChecks.Check(Args, new ProblemList());

    /// <summary>Whether some pod may be selected by both.</summary>
    public bool MaySelectPodsOf(EgressSetMember other) => LabelChecks.MayOverlap(Args.PodSelector, other.Args.PodSelector);
}
