namespace Hardening.Components;

/// <summary>Decides which namespaces are given defaults, exactly as the policy of <see cref="NamespaceDefaults"/> does in the cluster.</summary>
/// <param name="args">Valid arguments.</param>
public sealed class NamespaceDefaultsRules(NamespaceDefaultsArgs args)
{
    private const string SystemPrefix = "kube-";

    /// <summary>The namespaces that are left alone by name, in order.</summary>
    public IReadOnlyList<string> LeftAlone { get; } =
        [.. (args.PlannedNamespaces ?? []).Concat(args.ExcludedNamespaces ?? []).Concat(ProtectedNamespaces.Names).Where(name => !name.StartsWith(SystemPrefix, StringComparison.Ordinal)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>Whether a namespace of this name is given defaults.</summary>
    /// <param name="name">The name.</param>
    public bool Applies(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return !name.StartsWith(SystemPrefix, StringComparison.Ordinal) && !LeftAlone.Contains(name, StringComparer.Ordinal);
    }

    /// <summary>Whether the name is that of a namespace which the cluster cannot do without.</summary>
    internal static bool IsOfSystem(string name) => name.StartsWith(SystemPrefix, StringComparison.Ordinal) || ProtectedNamespaces.Reason(name) is not null;

    /// <summary>What has to hold of a namespace that is given defaults. Of one that is deleted there is the old object alone.</summary>
    internal IReadOnlyList<(string Name, string Expression)> Conditions =>
    [
        ("not-of-kubernetes", $"!{Name}.startsWith('{SystemPrefix}')"),
        ("not-planned", $"!({Name} in {CelValue.Of(LeftAlone)})"),
    ];

    private static string Name => "(dyn(object) == null ? oldObject : object).metadata.name";
}
