namespace Hardening.Components;

/// <summary>
/// Checks what several policies of ingress do to each other. There is no order among them: those that select the same pods are one union, and one default deny
/// denies by default for all of them.
/// </summary>
/// <remarks>
/// Only policies of the same namespace are compared, as <see cref="EgressPolicySet"/> does it. A namespace that is not known yet is not compared.
/// </remarks>
public static class IngressPolicySet
{
    /// <summary>Checks policies against each other; each alone is the matter of <see cref="IngressPolicy.Validate"/>.</summary>
    /// <param name="policies">Each policy and its path, which is put before the paths of its problems.</param>
    public static ValidationResult Validate(IReadOnlyList<(string Path, IngressPolicyArgs Args)> policies)
    {
        ArgumentNullException.ThrowIfNull(policies);
        var problems = new ProblemList();
        var known = policies.Where(policy => policy.Args.Namespace is not null)
            .Select(policy => (policy.Path, policy.Args, Namespace: InputLeaf.Of(policy.Args.Namespace!).Value))
            .Where(policy => policy.Namespace is not null);
        foreach (var siblings in known.GroupBy(policy => policy.Namespace!, policy => (policy.Path, policy.Args), StringComparer.Ordinal))
        {
            CheckNames(siblings, problems);
            CheckModes([.. siblings], problems);
        }

        return problems.ToResult();
    }

    private static void CheckNames(IGrouping<string, (string Path, IngressPolicyArgs Args)> siblings, ProblemList problems)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (path, args) in siblings.Where(policy => policy.Args.Mode != Rollout.Off))
        {
            var name = args.PolicyName ?? IngressPolicyChecks.DefaultPolicyName;
            if (!names.TryAdd(name, path))
            {
                problems.At(path).Add(
                    "policyName",
                    name,
                    $"{names[name]} makes a {new NetworkFacts(args.Cluster).Kind} of the same name in namespace {siblings.Key}",
                    "give each policy of a namespace a policyName of its own");
            }
        }
    }

    private static void CheckModes(List<(string Path, IngressPolicyArgs Args)> siblings, ProblemList problems)
    {
        var enforced = siblings.FindAll(policy => policy.Args.Mode == Rollout.Enforce);
        foreach (var (path, args) in siblings.FindAll(policy => policy.Args.Mode == Rollout.Audit))
        {
            if (enforced.Find(other => LabelChecks.MayOverlap(args.PodSelector, other.Args.PodSelector)) is { Path: { } other })
            {
                problems.At(path).Add(
                    "mode",
                    Rollout.Audit,
                    $"{other} enforces ingress on the same pods, so connections to them are cut whatever this policy says: default deny holds where one policy asks for it",
                    "enforce both, or audit both");
            }
        }
    }
}
