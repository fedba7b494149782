using Pulumi;
using Pulumi.KubernetesCrds.ArgoCD.V1alpha1;

namespace Hardening.Components;

/// <summary>The spec of an AppProject. A list that is not stated is left out: to Argo CD an empty one may mean the opposite.</summary>
internal static class GitOpsProjectManifest
{
    public static AppProjectSpecArgs Spec(GitOpsProjectArgs args)
    {
        var spec = new AppProjectSpecArgs { SourceRepos = args.SourceRepos!, Destinations = List(args.Destinations!, Destination) };
        if (args.Description is { } description)
        {
            spec.Description = description;
        }

        Set(args.SourceNamespaces, list => spec.SourceNamespaces = list);
        Set(args.ClusterResourceWhitelist, list => spec.ClusterResourceWhitelist = List(list, ClusterResource));
        Set(args.ClusterResourceBlacklist, list => spec.ClusterResourceBlacklist = List(list, ClusterResource));
        Set(args.NamespaceResourceWhitelist, list => spec.NamespaceResourceWhitelist = List(list, Resource));
        Set(args.NamespaceResourceBlacklist, list => spec.NamespaceResourceBlacklist = List(list, Resource));
        Set(args.Roles, list => spec.Roles = List(list, Role));
        Set(args.SyncWindows, list => spec.SyncWindows = List(list, Window));
        Set(args.SignatureKeys, list => spec.SignatureKeys = List(list, key => new AppProjectSpecSignatureKeysArgs { KeyID = key }));
        Set(args.DestinationServiceAccounts, list => spec.DestinationServiceAccounts = List(list, Account));
        if (args.OrphanedResources is { } orphans)
        {
            spec.OrphanedResources = Orphans(orphans);
        }

        if (args.PermitOnlyProjectScopedClusters)
        {
            spec.PermitOnlyProjectScopedClusters = true;
        }

        return spec;
    }

    private static void Set<T>(List<T>? list, Action<List<T>> set)
    {
        if (list is { Count: > 0 })
        {
            set(list);
        }
    }

    private static InputList<TArgs> List<T, TArgs>(List<T> list, Func<T, TArgs> convert)
    {
        var items = new InputList<TArgs>();
        foreach (var item in list)
        {
            items.Add(convert(item));
        }

        return items;
    }

    private static AppProjectSpecDestinationsArgs Destination(GitOpsDestinationArgs destination)
    {
        var item = new AppProjectSpecDestinationsArgs { Namespace = destination.Namespace! };
        if (destination.Server is { } server)
        {
            item.Server = server;
        }

        if (destination.Name is { } name)
        {
            item.Name = name;
        }

        return item;
    }

    private static AppProjectSpecClusterResourceBlacklistArgs ClusterResource(GitOpsClusterResourceArgs resource)
    {
        var item = new AppProjectSpecClusterResourceBlacklistArgs { Group = resource.Group!, Kind = resource.Kind! };
        if (resource.Name is { } name)
        {
            item.Name = name;
        }

        return item;
    }

    private static AppProjectSpecNamespaceResourceBlacklistArgs Resource(GitOpsResourceArgs resource) => new() { Group = resource.Group!, Kind = resource.Kind! };

    private static AppProjectSpecRolesArgs Role(GitOpsRoleArgs role)
    {
        var item = new AppProjectSpecRolesArgs { Name = role.Name! };
        if (role.Description is { } description)
        {
            item.Description = description;
        }

        Set(role.Policies, list => item.Policies = list);
        Set(role.Groups, list => item.Groups = list);
        return item;
    }

    private static AppProjectSpecSyncWindowsArgs Window(GitOpsSyncWindowArgs window)
    {
        var item = new AppProjectSpecSyncWindowsArgs { Kind = window.Kind!, Schedule = window.Schedule!, Duration = window.Duration!, TimeZone = window.TimeZone ?? "UTC" };
        Set(window.Applications, list => item.Applications = list);
        Set(window.Namespaces, list => item.Namespaces = list);
        Set(window.Clusters, list => item.Clusters = list);
        if (window.ManualSync)
        {
            item.ManualSync = true;
        }

        if (window.AndOperator)
        {
            item.AndOperator = true;
        }

        if (window.SyncOverrun)
        {
            item.SyncOverrun = true;
        }

        if (window.Description is { } description)
        {
            item.Description = description;
        }

        return item;
    }

    private static AppProjectSpecOrphanedResourcesArgs Orphans(GitOpsOrphansArgs orphans)
    {
        var args = new AppProjectSpecOrphanedResourcesArgs();
        if (orphans.Warn is { } warn)
        {
            args.Warn = warn;
        }

        Set(orphans.Ignore, list => args.Ignore = List(list, Orphan));
        return args;
    }

    private static AppProjectSpecOrphanedResourcesIgnoreArgs Orphan(GitOpsOrphanArgs orphan)
    {
        var item = new AppProjectSpecOrphanedResourcesIgnoreArgs();
        if (orphan.Group is { } group)
        {
            item.Group = group;
        }

        if (orphan.Kind is { } kind)
        {
            item.Kind = kind;
        }

        if (orphan.Name is { } name)
        {
            item.Name = name;
        }

        return item;
    }

    private static AppProjectSpecDestinationServiceAccountsArgs Account(GitOpsServiceAccountArgs account)
    {
        var item = new AppProjectSpecDestinationServiceAccountsArgs { Server = account.Server!, DefaultServiceAccount = account.DefaultServiceAccount! };
        if (account.Namespace is { } space)
        {
            item.Namespace = space;
        }

        return item;
    }
}
