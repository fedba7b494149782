namespace Hardening.Components;

/// <summary>The defaults of a phase leave the phase's own namespaces alone.</summary>
internal static class PhaseDefaults
{
    /// <summary>A copy that knows the phase's namespaces; null where the phase has no defaults.</summary>
    public static NamespaceDefaultsArgs? Fill(HardeningPhaseArgs args)
    {
        if (args.Defaults is not { } defaults)
        {
            return null;
        }

        var copy = ((IToldOfCluster<NamespaceDefaultsArgs>)defaults).Copy();
        var names = (args.Namespaces ?? []).Select(space => space?.Name).OfType<string>().Where(name => name.Length > 0);
        copy.PlannedNamespaces = [.. (defaults.PlannedNamespaces ?? []).Union(names, StringComparer.Ordinal)];
        return copy;
    }
}
