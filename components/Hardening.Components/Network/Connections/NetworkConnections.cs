namespace Hardening.Components;

/// <summary>
/// Compares both ends of connections: what one policy's egress allows to the pods of a namespace, the ingress of that namespace has to let in, or the connection is cut there.
/// </summary>
/// <remarks>
/// It warns only where that is certain. Looked at are egress rules to pods of one namespace (<c>dns</c>, <c>sameNamespace</c>, <c>namespace</c>); rules to every namespace say
/// nothing about any single one. A namespace or label that is not known yet, and a port whose name stands against a number, count as let in.
/// </remarks>
public static class NetworkConnections
{
    /// <summary>Compares the policies of egress with those of ingress; the warnings stand at the egress rules.</summary>
    /// <param name="egress">Each policy of egress and its path, which is put before the paths of its warnings.</param>
    /// <param name="ingress">Each policy of ingress and its path.</param>
    public static ValidationResult Validate(IReadOnlyList<(string Path, EgressPolicyArgs Args)> egress, IReadOnlyList<(string Path, IngressPolicyArgs Args)> ingress)
    {
        ArgumentNullException.ThrowIfNull(egress);
        ArgumentNullException.ThrowIfNull(ingress);
        var problems = new ProblemList();
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

        return problems.ToResult();
    }

    private static void Check(EgressTarget target, ConnectionSource source, List<IngressGate> gates, ProblemList problems, string place)
    {
        var governing = gates.FindAll(gate => gate.Governs(target.Pods));
        if (governing.Count == 0)
        {
            return;
        }

        var letting = gates.FindAll(gate => gate.MaySelect(target.Pods));
        var cut = target.Ports is null
            ? letting.Exists(gate => gate.LetsIn(source, target.Namespace, null)) ? [] : new List<string> { "any port" }
            : target.Ports.Where(port => !letting.Exists(gate => gate.LetsIn(source, target.Namespace, port))).Select(port => port.ToString()).ToList();
        if (cut.Count == 0)
        {
            return;
        }

        var pods = target.Pods is null ? "pods" : "pods " + string.Join(", ", target.Pods.Select(label => $"{label.Key}={label.Value}"));
        var effect = governing.Exists(gate => gate.Enforces) ? "the connection is cut there" : "enforcing ingress there will cut the connection";
        problems.Warn(place, $"connects to {pods} of {target.Namespace} on {string.Join(" and ", cut)}, and no ingress rule of {target.Namespace} lets that in: {effect}");
    }
}
