namespace Hardening.Components;

/// <summary>Whom a binding gives a role.</summary>
/// <param name="Kind"><c>ServiceAccount</c>, <c>Group</c> or <c>User</c>.</param>
/// <param name="Name">Its name.</param>
/// <param name="Namespace">The namespace of a ServiceAccount; otherwise <see langword="null"/>.</param>
public sealed record RbacSubject(string Kind, string Name, string? Namespace = null)
{
    /// <summary>A ServiceAccount's kind.</summary>
    public const string ServiceAccount = "ServiceAccount";

    /// <summary>A group's kind.</summary>
    public const string Group = "Group";

    /// <summary>A user's kind.</summary>
    public const string User = "User";

    /// <summary><c>ServiceAccount headlamp/headlamp</c>, <c>Group ops</c>.</summary>
    public override string ToString() => Namespace is null ? $"{Kind} {Name}" : $"{Kind} {Namespace}/{Name}";
}
