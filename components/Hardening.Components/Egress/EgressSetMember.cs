namespace Hardening.Components;

/// <summary>One policy among others.</summary>
internal sealed record EgressSetMember(
    string Path,
    EgressPolicyArgs Args,
    string? Namespace,
    IReadOnlyList<EgressBlocks> Allowed,
    IReadOnlyList<EgressBlocks> Denied,
    EgressSetNames Names)
{
    /// <summary>Whether the policy switches default deny on.</summary>
    public bool Enforces => Args is { Mode: Rollout.Enforce, Rules: not null };

    /// <summary>The names of the objects that it creates.</summary>
    public IEnumerable<string> ObjectNames
    {
        get
        {
            var name = Args.PolicyName ?? EgressPolicyChecks.DefaultPolicyName;
            if (Args.Rules is not null)
            {
                yield return name;
            }

            if (Args is { Deny: not null, Mode: Rollout.Enforce })
            {
                yield return name + EgressPolicyChecks.DenySuffix;
            }
        }
    }

    public static EgressSetMember Of(string path, EgressPolicyArgs args)
    {
        ArgumentNullException.ThrowIfNull(args);
        var leaf = args.Namespace is null ? default : EgressLeaf.Of(args.Namespace);
        var scope = EgressPolicyChecks.Check(args, new ProblemList());
        return new EgressSetMember(path, args, leaf.Value, scope.Allowed, args.Mode == Rollout.Enforce ? scope.Denied : [], EgressSetNames.Of(args));
    }

    /// <summary>Whether some pod may be selected by both.</summary>
    public bool MaySelectPodsOf(EgressSetMember other) => LabelChecks.MayOverlap(Args.PodSelector, other.Args.PodSelector);
}
