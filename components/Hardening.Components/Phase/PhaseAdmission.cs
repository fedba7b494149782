namespace Hardening.Components;

/// <summary>Holds the policies about images against the namespaces of a phase.</summary>
internal static class PhaseAdmission
{
    /// <summary>A namespace that Kyverno passes over is left alone whatever the policy says; that is to be said with a reason.</summary>
    public static void Check(IReadOnlyList<CheckedNamespace> namespaces, string path, string? engine, List<string>? excluded, PhaseProblems problems)
    {
        if (!KyvernoNamespaces.IsKyverno(engine))
        {
            return;
        }

        var unseen = namespaces.Select(space => space.Args.Name).Where(name => KyvernoNamespaces.IsPassedOver(name) && excluded?.Contains(name!) != true).ToList();
        if (unseen.Count > 0)
        {
            problems.Add(path, new ValidationResult([], [new Warning("excludedNamespaces", $"Kyverno does not look at pods of {string.Join(" and ", unseen)}: leave them out here, with a reason, or choose the engine {PolicyEngine.KubernetesAdmissionPolicy}")]));
        }
    }
}
