using Hardening.Primitives;

namespace Hardening.Components;

/// <summary>
/// Compares both ends of connections: what one policy's egress allows to the pods of a namespace, the ingress of that namespace has to let in, or the connection is cut there; and
/// whom its ingress lets in, their own egress has to let out, or nobody comes.
/// </summary>
/// <remarks>
/// It warns only where that is certain. Looked at are rules that name pods of one namespace (<c>dns</c>, <c>sameNamespace</c>, <c>namespace</c>); rules about every namespace say
/// nothing about any single one. A namespace or label that is not known yet, and a port whose name stands against a number, count as let through.
/// </remarks>
public static class NetworkConnections
{
    /// <summary>Compares the policies of egress with those of ingress; each warning stands at the rule that has no counterpart.</summary>
    /// <param name="egress">Each policy of egress and its path, which is put before the paths of its warnings.</param>
    /// <param name="ingress">Each policy of ingress and its path.</param>
    public static ValidationResult Validate(IReadOnlyList<(string Path, EgressPolicyArgs Args)> egress, IReadOnlyList<(string Path, IngressPolicyArgs Args)> ingress)
    {
        ArgumentNullException.ThrowIfNull(egress);
        ArgumentNullException.ThrowIfNull(ingress);
        var problems = new ProblemList();
        CheckEgress(egress, ingress, problems);
        CheckIngress(egress, ingress, problems);
        return problems.ToResult();
    }

    private static void CheckEgress(IReadOnlyList<(string Path, EgressPolicyArgs Args)> egress, IReadOnlyList<(string Path, IngressPolicyArgs Args)> ingress, ProblemList problems)
    {
        var gates = ingress.Where(policy => policy.Args is { Rules: not null, Namespace: not null })
            .Select(policy => (Namespace: InputLeaf.Of(policy.Args.Namespace!).Value, Gate: new IngressGate(policy.Args)))
            .Where(policy => policy.Namespace is not null)
            .ToLookup(policy => policy.Namespace!, policy => policy.Gate, StringComparer.Ordinal);
        foreach (var (path, args) in egress)
        {
            if (args.Namespace is null || InputLeaf.Of(args.Namespace) is not { Value: { } source, IsSecret: false })
            {
                continue;
            }

            for (var index = 0; index < (args.Rules?.Count ?? 0); index++)
            {
                if (args.Rules![index] is { } rule && EgressTarget.Of(rule, source) is { } target && gates.Contains(target.Namespace))
                {
                    Check(target, new ConnectionSource(source, args.PodSelector), [.. gates[target.Namespace]], problems.At(path), EntryLists.Item("egress", index));
                }
            }
        }
    }

    private static void Check(EgressTarget target, ConnectionSource source, List<IngressGate> gates, ProblemList problems, string place)
    {
        var governing = gates.FindAll(gate => gate.Governs(target.Pods));
        if (governing.Count == 0)
        {
            return;
        }

        var letting = gates.FindAll(gate => gate.MaySelect(target.Pods));
        var cut = Unmet(target.Ports, port => letting.Exists(gate => gate.LetsIn(source, target.Namespace, port)));
        if (cut.Count > 0)
        {
            var effect = governing.Exists(gate => gate.Enforces) ? "the connection is cut there" : "enforcing ingress there will cut the connection";
            problems.Warn(place, $"connects to {ConnectionPolicy.Text(target.Pods)} of {target.Namespace} on {string.Join(" and ", cut)}, and no ingress rule of {target.Namespace} lets that in: {effect}");
        }
    }

    private static void CheckIngress(IReadOnlyList<(string Path, EgressPolicyArgs Args)> egress, IReadOnlyList<(string Path, IngressPolicyArgs Args)> ingress, ProblemList problems)
    {
        // A policy whose namespace is not known may be anybody's.
        if (egress.Any(policy => policy.Args.Namespace is null || InputLeaf.Of(policy.Args.Namespace).Value is null))
        {
            return;
        }

        var gates = egress.Select(policy => (Namespace: InputLeaf.Of(policy.Args.Namespace!).Value!, policy.Args))
            .ToLookup(policy => policy.Namespace, policy => new EgressGate(policy.Namespace, policy.Args), StringComparer.Ordinal);
        foreach (var (path, args) in ingress)
        {
            if (args.Namespace is null || InputLeaf.Of(args.Namespace) is not { Value: { } own, IsSecret: false })
            {
                continue;
            }

            for (var index = 0; index < (args.Rules?.Count ?? 0); index++)
            {
                if (args.Rules![index] is { } rule && SourceOf(rule, own) is { } source && gates.Contains(source.Namespace))
                {
                    Check(source, rule, (own, args.PodSelector), [.. gates[source.Namespace]], problems.At(path), EntryLists.Item("ingress", index));
                }
            }
        }
    }

    private static void Check(
        ConnectionSource source, IngressRuleArgs rule, (string Namespace, Dictionary<string, string>? Pods) target, List<EgressGate> gates, ProblemList problems, string place)
    {
        var governing = gates.FindAll(gate => gate.Governs(source.Pods));
        if (governing.Count == 0)
        {
            return;
        }

        var letting = gates.FindAll(gate => gate.MaySelect(source.Pods));
        var unused = Unmet(rule.Ports is null ? null : EgressTarget.Read(rule.Ports), port => letting.Exists(gate => gate.LetsOut(target.Namespace, target.Pods, port)));
        if (unused.Count > 0)
        {
            var effect = governing.Exists(gate => gate.Enforces) ? "nobody comes that way" : "once egress is enforced there, nobody comes that way";
            problems.Warn(place, $"lets {ConnectionPolicy.Text(source.Pods)} of {source.Namespace} in on {string.Join(" and ", unused)}, and no egress rule of {source.Namespace} lets them out to there: {effect}");
        }
    }

    private static ConnectionSource? SourceOf(IngressRuleArgs rule, string own) =>
        rule.SameNamespace ? new ConnectionSource(own, rule.Pods)
        : rule.Namespace is not null && InputLeaf.Of(rule.Namespace) is { Value: { } name, IsSecret: false } ? new ConnectionSource(name, rule.Pods) : null;

    /// <summary>The ports that nothing at the other end meets, as warnings name them.</summary>
    private static List<string> Unmet(IReadOnlyList<PortSpec>? ports, Func<PortSpec?, bool> isMet) =>
        ports is null ? isMet(null) ? [] : ["any port"] : [.. ports.Where(port => !isMet(port)).Select(port => port.ToString())];
}
