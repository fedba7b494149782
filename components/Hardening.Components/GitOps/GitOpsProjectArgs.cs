using Pulumi;

namespace Hardening.Components;

/// <summary>What <see cref="GitOpsProject"/> needs to know: from where Applications of the project may take manifests, and where they may put what.</summary>
public sealed class GitOpsProjectArgs : ResourceArgs
{
    /// <summary>Argo CD's namespace unless <see cref="Namespace"/> says otherwise.</summary>
    public const string DefaultNamespace = "argocd";

    /// <summary><see cref="Rollout.Enforce"/> (the default) or <see cref="Rollout.Off"/>, which creates nothing. A project cannot watch.</summary>
    [Input("mode")]
    public string? Mode { get; set; }

    /// <summary>Name of the AppProject, which Applications refer to. Required.</summary>
    [Input("name", required: true)]
    public string? Name { get; set; }

    /// <summary>The namespace that Argo CD runs in and reads projects from. Default: <see cref="DefaultNamespace"/>.</summary>
    [Input("namespace")]
    public string? Namespace { get; set; }

    /// <summary>What the project is for; at most 255 characters.</summary>
    [Input("description")]
    public string? Description { get; set; }

    /// <summary>
    /// True takes every permission from a project that exists already, by server-side apply; nothing else may be stated then. Meant for <c>default</c>, which Argo CD makes
    /// itself, which permits everything, and which every Application that names no project belongs to. Default: false.
    /// </summary>
    [Input("locked")]
    public bool Locked { get; set; }

    /// <summary>Why a wildcard is right: required where any repository may be a source, or Applications of any namespace may use the project.</summary>
    [Input("reason")]
    public string? Reason { get; set; }

    /// <summary>
    /// Git repositories and Helm registries that manifests may come from, as Applications write them; case and <c>.git</c> do not count, a slash at the end does. <c>*</c> stands for
    /// a part between slashes, <c>**</c> for several, <c>*</c> alone for everything; <c>!</c> takes away and is accepted beside <c>*</c> only. Required unless the project is locked.
    /// </summary>
    [Input("sourceRepos")]
    public List<string>? SourceRepos { get; set; }

    /// <summary>
    /// Namespaces other than Argo CD's own whose Applications may use the project: names, patterns with <c>*</c> and <c>?</c>, or anchored regular expressions between slashes.
    /// Default: none.
    /// </summary>
    [Input("sourceNamespaces")]
    public List<string>? SourceNamespaces { get; set; }

    /// <summary>Clusters and namespaces that Applications may deploy to. Required unless the project is locked.</summary>
    [Input("destinations")]
    public List<GitOpsDestinationArgs>? Destinations { get; set; }

    /// <summary>Cluster-scoped kinds that may be deployed. Default: none. An empty list means the same and is refused.</summary>
    [Input("clusterResourceWhitelist")]
    public List<GitOpsClusterResourceArgs>? ClusterResourceWhitelist { get; set; }

    /// <summary>Cluster-scoped kinds that may not be deployed although <see cref="ClusterResourceWhitelist"/> has them. Default: none.</summary>
    [Input("clusterResourceBlacklist")]
    public List<GitOpsClusterResourceArgs>? ClusterResourceBlacklist { get; set; }

    /// <summary>Namespaced kinds that may be deployed. Default: every kind. An empty list would mean no kind at all and is refused.</summary>
    [Input("namespaceResourceWhitelist")]
    public List<GitOpsResourceArgs>? NamespaceResourceWhitelist { get; set; }

    /// <summary>Namespaced kinds that may not be deployed. Default: none.</summary>
    [Input("namespaceResourceBlacklist")]
    public List<GitOpsResourceArgs>? NamespaceResourceBlacklist { get; set; }

    /// <summary>Roles of the project for groups of people. Tokens are not part of a plan: whoever needs one asks Argo CD. Default: none.</summary>
    [Input("roles")]
    public List<GitOpsRoleArgs>? Roles { get; set; }

    /// <summary>Times at which syncing is allowed or denied. Default: always allowed.</summary>
    [Input("syncWindows")]
    public List<GitOpsSyncWindowArgs>? SyncWindows { get; set; }

    /// <summary>Watches for objects in the destinations that no Application owns. Default: not watched.</summary>
    [Input("orphanedResources")]
    public GitOpsOrphansArgs? OrphanedResources { get; set; }

    /// <summary>GnuPG keys that commits have to be signed with, as 16 hexadecimal digits. Default: signatures are not asked for.</summary>
    [Input("signatureKeys")]
    public List<string>? SignatureKeys { get; set; }

    /// <summary>ServiceAccounts that syncs run as, where Argo CD's impersonation is on. Default: Argo CD's own account.</summary>
    [Input("destinationServiceAccounts")]
    public List<GitOpsServiceAccountArgs>? DestinationServiceAccounts { get; set; }

    /// <summary>True permits only clusters that are registered for this project. Default: false.</summary>
    [Input("permitOnlyProjectScopedClusters")]
    public bool PermitOnlyProjectScopedClusters { get; set; }
}
