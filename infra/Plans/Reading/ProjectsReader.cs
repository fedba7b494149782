using Hardening.Components;

namespace Hardening.Infra.Plans.Reading;

/// <summary>Reads one item of <c>hardening:projects</c>.</summary>
internal sealed class ProjectsReader(RolloutPlan rollout)
{
    public GitOpsProjectArgs Read(PlanObject item)
    {
        var args = new GitOpsProjectArgs
        {
            Mode = rollout.ModeOf(Controls.GitOpsProject),
            Name = item.Text("name"),
            Namespace = item.Text("namespace"),
            Description = item.Text("description"),
            Locked = item.Bool("locked") ?? false,
            Reason = item.Text("reason"),
            SourceRepos = item.TextsOrNull("sourceRepos"),
            SourceNamespaces = item.TextsOrNull("sourceNamespaces"),
            Destinations = item.ObjectsOrNull("destinations")?.ConvertAll(ReadDestination),
            ClusterResourceWhitelist = item.ObjectsOrNull("clusterResourceWhitelist")?.ConvertAll(ReadClusterResource),
            ClusterResourceBlacklist = item.ObjectsOrNull("clusterResourceBlacklist")?.ConvertAll(ReadClusterResource),
            NamespaceResourceWhitelist = item.ObjectsOrNull("namespaceResourceWhitelist")?.ConvertAll(ReadResource),
            NamespaceResourceBlacklist = item.ObjectsOrNull("namespaceResourceBlacklist")?.ConvertAll(ReadResource),
            Roles = item.ObjectsOrNull("roles")?.ConvertAll(ReadRole),
            SyncWindows = item.ObjectsOrNull("syncWindows")?.ConvertAll(ReadWindow),
            OrphanedResources = ReadOrphans(item.Object("orphanedResources")),
            SignatureKeys = item.TextsOrNull("signatureKeys"),
            DestinationServiceAccounts = item.ObjectsOrNull("destinationServiceAccounts")?.ConvertAll(ReadAccount),
            PermitOnlyProjectScopedClusters = item.Bool("permitOnlyProjectScopedClusters") ?? false,
        };
        item.Done<GitOpsProjectArgs>();
        return args;
    }

    private static GitOpsDestinationArgs ReadDestination(PlanObject item)
    {
        var args = new GitOpsDestinationArgs { Server = item.Text("server"), Name = item.Text("name"), Namespace = item.Text("namespace"), Reason = item.Text("reason") };
        item.Done<GitOpsDestinationArgs>();
        return args;
    }

    private static GitOpsClusterResourceArgs ReadClusterResource(PlanObject item)
    {
        var args = new GitOpsClusterResourceArgs { Group = item.TextOrEmpty("group"), Kind = item.Text("kind"), Name = item.Text("name"), Reason = item.Text("reason") };
        item.Done<GitOpsClusterResourceArgs>();
        return args;
    }

    private static GitOpsResourceArgs ReadResource(PlanObject item)
    {
        var args = new GitOpsResourceArgs { Group = item.TextOrEmpty("group"), Kind = item.Text("kind") };
        item.Done<GitOpsResourceArgs>();
        return args;
    }

    private static GitOpsRoleArgs ReadRole(PlanObject item)
    {
        var args = new GitOpsRoleArgs
        {
            Name = item.Text("name"),
            Description = item.Text("description"),
            Policies = item.TextsOrNull("policies"),
            Groups = item.TextsOrNull("groups"),
        };
        item.Done<GitOpsRoleArgs>();
        return args;
    }

    private static GitOpsSyncWindowArgs ReadWindow(PlanObject item)
    {
        var args = new GitOpsSyncWindowArgs
        {
            Kind = item.Text("kind", GitOpsWindowKind.All),
            Schedule = item.Text("schedule"),
            Duration = item.Text("duration"),
            TimeZone = item.Text("timeZone"),
            Applications = item.TextsOrNull("applications"),
            Namespaces = item.TextsOrNull("namespaces"),
            Clusters = item.TextsOrNull("clusters"),
            ManualSync = item.Bool("manualSync") ?? false,
            AndOperator = item.Bool("andOperator") ?? false,
            SyncOverrun = item.Bool("syncOverrun") ?? false,
            Description = item.Text("description"),
        };
        item.Done<GitOpsSyncWindowArgs>();
        return args;
    }

    private static GitOpsOrphansArgs? ReadOrphans(PlanObject? item)
    {
        if (item is null)
            return null;
        var args = new GitOpsOrphansArgs { Warn = item.Bool("warn"), Ignore = item.ObjectsOrNull("ignore")?.ConvertAll(ReadOrphan) };
        item.Done<GitOpsOrphansArgs>();
        return args;
    }

    private static GitOpsOrphanArgs ReadOrphan(PlanObject item)
    {
        var args = new GitOpsOrphanArgs { Group = item.Text("group"), Kind = item.Text("kind"), Name = item.Text("name") };
        item.Done<GitOpsOrphanArgs>();
        return args;
    }

    private static GitOpsServiceAccountArgs ReadAccount(PlanObject item)
    {
        var args = new GitOpsServiceAccountArgs { Server = item.Text("server"), Namespace = item.Text("namespace"), DefaultServiceAccount = item.Text("defaultServiceAccount") };
        item.Done<GitOpsServiceAccountArgs>();
        return args;
    }
}
