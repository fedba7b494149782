using Pulumi;

namespace Hardening.Components;

/// <summary>The ResourceQuota of one namespace.</summary>
public sealed class NamespaceQuotaArgs : ResourceArgs
{
    /// <summary><see cref="Rollout.Enforce"/> (the default) or <see cref="Rollout.Off"/>.</summary>
    [Input("mode")]
    public string? Mode { get; set; }

    /// <summary>
    /// Hard limits by resource: <c>requests.memory</c>, <c>limits.cpu</c>, <c>pods</c>, <c>count/deployments.apps</c>,
    /// <c>fast.storageclass.storage.k8s.io/requests.storage</c> … Keys given here replace those of the size; the quantity <c>none</c> drops one.
    /// </summary>
    [Input("hard")]
    public Dictionary<string, string>? Hard { get; set; }

    /// <summary>Scopes that every counted object matches: any of <see cref="QuotaScope.All"/>.</summary>
    [Input("scopes")]
    public List<string>? Scopes { get; set; }

    /// <summary>The scope selector's expressions.</summary>
    [Input("scopeSelector")]
    public List<QuotaScopeArgs>? ScopeSelector { get; set; }

    /// <summary>
    /// Why a quota is right in a namespace whose pods the cluster cannot do without (see <see cref="ProtectedNamespaces"/>); there a quota without a reason is refused.
    /// </summary>
    [Input("reason")]
    public string? Reason { get; set; }
}
