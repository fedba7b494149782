namespace Hardening.Components;

/// <summary>The name of a role.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Namespace">The namespace of a Role; <see langword="null"/> for a ClusterRole.</param>
public sealed record RbacRoleName(string Name, string? Namespace = null)
{
    /// <summary><c>ClusterRole cluster-admin</c>, <c>Role apps/reader</c>.</summary>
    public override string ToString() => Namespace is null ? $"ClusterRole {Name}" : $"Role {Namespace}/{Name}";
}
