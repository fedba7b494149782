namespace Hardening.Components;

/// <summary>One thing that a request to the API server may be about: what RBAC is asked.</summary>
/// <param name="ApiGroup">The API group; empty for the core group.</param>
/// <param name="Resource">The resource in plural, such as <c>pods</c>.</param>
/// <param name="Subresource">The subresource, such as <c>exec</c>; <see langword="null"/> for the resource itself.</param>
/// <param name="Verb">The verb, such as <c>get</c> or <c>impersonate</c>.</param>
public sealed record RbacAccess(string ApiGroup, string Resource, string? Subresource, string Verb)
{
    /// <summary><c>get on secrets</c>, <c>create on pods/exec</c>, <c>update on clusterroles of rbac.authorization.k8s.io</c>.</summary>
    public override string ToString() => $"{Verb} on {Resource}{(Subresource is null ? "" : "/" + Subresource)}{(ApiGroup.Length == 0 ? "" : " of " + ApiGroup)}";
}
