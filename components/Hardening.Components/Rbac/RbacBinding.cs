namespace Hardening.Components;

/// <summary>A recorded ClusterRoleBinding or RoleBinding.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Namespace">The namespace of a RoleBinding; <see langword="null"/> for a ClusterRoleBinding.</param>
/// <param name="Role">The role that it gives.</param>
/// <param name="Subjects">Whom it gives it.</param>
public sealed record RbacBinding(string Name, string? Namespace, RbacRoleName Role, IReadOnlyList<RbacSubject> Subjects)
{
    /// <summary><c>ClusterRoleBinding headlamp</c>, <c>RoleBinding apps/headlamp</c>.</summary>
    public override string ToString() => Namespace is null ? $"ClusterRoleBinding {Name}" : $"RoleBinding {Namespace}/{Name}";
}
