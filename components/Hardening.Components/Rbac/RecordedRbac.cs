namespace Hardening.Components;

/// <summary>Roles and bindings as they were recorded in a cluster.</summary>
/// <param name="Bindings">ClusterRoleBindings, and RoleBindings where they were recorded.</param>
/// <param name="Roles">The rules of roles, where they were recorded. The cluster has filled in those of aggregated roles.</param>
public sealed record RecordedRbac(IReadOnlyList<RbacBinding> Bindings, IReadOnlyDictionary<RbacRoleName, IReadOnlyList<RbacRule>> Roles);
