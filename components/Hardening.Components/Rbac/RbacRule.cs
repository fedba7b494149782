namespace Hardening.Components;

/// <summary>One rule of a ClusterRole or Role, read as the API server's authorizer reads it.</summary>
/// <param name="ApiGroups">API groups; empty text is the core group, <c>*</c> every group.</param>
/// <param name="Resources">Resources: <c>pods</c>, <c>pods/exec</c>, <c>*</c> (every resource and subresource), <c>*/scale</c> (that subresource of every resource).</param>
/// <param name="Verbs">Verbs; <c>*</c> is every verb.</param>
public sealed record RbacRule(IReadOnlyList<string> ApiGroups, IReadOnlyList<string> Resources, IReadOnlyList<string> Verbs)
{
    private const string Every = "*";

    /// <summary>Names that the rule is limited to; empty for every object.</summary>
    public IReadOnlyList<string> ResourceNames { get; init; } = [];

    /// <summary>
    /// Whether the rule lets some object be accessed so. Names of single objects do not make a rule harmless: whoever may read one secret reads a secret.
    /// </summary>
    /// <param name="access">What is asked.</param>
    public bool Allows(RbacAccess access)
    {
        ArgumentNullException.ThrowIfNull(access);
        return Has(Verbs, access.Verb) && Has(ApiGroups, access.ApiGroup) && Resources.Any(resource => Covers(resource, access));
    }

    /// <summary>Everything that the rule names, taken literally: a wildcard stays one.</summary>
    public IEnumerable<RbacAccess> Accesses()
    {
        foreach (var resource in Resources)
        {
            var slash = resource.IndexOf('/', StringComparison.Ordinal);
            var name = slash < 0 ? resource : resource[..slash];
            var subresource = slash < 0 ? null : resource[(slash + 1)..];
            foreach (var access in ApiGroups.SelectMany(group => Verbs.Select(verb => new RbacAccess(group, name, subresource, verb))))
            {
                yield return access;
            }
        }
    }

    private static bool Has(IReadOnlyList<string> values, string wanted) =>
        values.Contains(Every, StringComparer.Ordinal) || values.Contains(wanted, StringComparer.Ordinal);

    private static bool Covers(string resource, RbacAccess access)
    {
        if (resource == Every)
        {
            return true;
        }

        return access.Subresource is null
            ? resource == access.Resource
            : resource == $"{access.Resource}/{access.Subresource}" || resource == $"{Every}/{access.Subresource}";
    }
}
