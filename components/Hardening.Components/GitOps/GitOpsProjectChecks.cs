using Hardening.Primitives;

namespace Hardening.Components;

/// <summary>The checks of <see cref="GitOpsProjectArgs"/>.</summary>
internal static class GitOpsProjectChecks
{
    private const int LongestDescription = 255;
    private const int LengthOfKey = 16;
    private static readonly string[] Modes = [Rollout.Off, Rollout.Enforce];

    public static void Check(GitOpsProjectArgs args, ProblemList problems)
    {
        ModeRules.Check(args.Mode, Modes, "mode", problems);
        if (KubernetesName.CheckSubdomain(args.Name) is { } name)
        {
            problems.Add("name", args.Name, name, "name the project as Applications refer to it");
        }

        if (args.Namespace is { } space && KubernetesName.CheckLabel(space) is { } wrong)
        {
            problems.Add("namespace", space, wrong, "write the namespace that Argo CD runs in");
        }

        if (args.Locked)
        {
            RefuseContents(args, problems);
            return;
        }

        if (args.Name == GitOpsProjectSet.Default)
        {
            problems.Add("name", args.Name, "is made by Argo CD, and every Application that names no project belongs to it", "write locked: true, and give Applications a project of their own");
        }

        if (args.Description?.Length > LongestDescription)
        {
            problems.Add("description", args.Description, "is longer than 255 characters", "shorten it");
        }

        SourceRepoRules.Check(args, problems.At("sourceRepos"));
        SourceNamespaceRules.Check(args, problems.At("sourceNamespaces"));
        DestinationRules.Check(args, problems.At("destinations"));
        ResourceListRules.Check(args, problems);
        RoleRules.Check(args, problems.At("roles"));
        SyncWindowRules.Check(args, problems.At("syncWindows"));
        CheckOrphans(args.OrphanedResources?.Ignore, problems.At("orphanedResources.ignore"));
        CheckKeys(args.SignatureKeys, problems.At("signatureKeys"));
        CheckAccounts(args.DestinationServiceAccounts, problems.At("destinationServiceAccounts"));
    }

    /// <summary>A locked project permits nothing, so that nothing can be said about it.</summary>
    private static void RefuseContents(GitOpsProjectArgs args, ProblemList problems)
    {
        foreach (var (path, stated) in new (string, bool)[]
        {
            ("description", args.Description is not null), ("reason", args.Reason is not null), ("sourceRepos", args.SourceRepos is not null), ("sourceNamespaces", args.SourceNamespaces is not null),
            ("destinations", args.Destinations is not null), ("clusterResourceWhitelist", args.ClusterResourceWhitelist is not null), ("clusterResourceBlacklist", args.ClusterResourceBlacklist is not null),
            ("namespaceResourceWhitelist", args.NamespaceResourceWhitelist is not null), ("namespaceResourceBlacklist", args.NamespaceResourceBlacklist is not null), ("roles", args.Roles is not null),
            ("syncWindows", args.SyncWindows is not null), ("orphanedResources", args.OrphanedResources is not null), ("signatureKeys", args.SignatureKeys is not null),
            ("destinationServiceAccounts", args.DestinationServiceAccounts is not null), ("permitOnlyProjectScopedClusters", args.PermitOnlyProjectScopedClusters),
        })
        {
            if (stated)
            {
                problems.Add(path, null, "is stated, and a locked project permits nothing", "remove it, or write locked: false");
            }
        }
    }

    private static void CheckOrphans(List<GitOpsOrphanArgs>? ignore, ProblemList problems)
    {
        for (var i = 0; i < (ignore?.Count ?? 0); i++)
        {
            var (group, kind, name) = (ignore![i].Group, ignore[i].Kind, ignore[i].Name);
            if (string.IsNullOrEmpty(group) && string.IsNullOrEmpty(kind) && string.IsNullOrEmpty(name))
            {
                problems.At(i).Add(string.Empty, null, "names nothing, and every object of the core group would be ignored", "write group, kind or name");
            }
            else if (ignore.FindIndex(other => (other.Group, other.Kind, other.Name) == (group, kind, name)) < i)
            {
                problems.At(i).Add(string.Empty, null, "is listed twice", "remove one of the two");
            }

            foreach (var (path, text) in new[] { ("group", group), ("kind", kind), ("name", name) })
            {
                if (text is not null && GlobPattern.HasBrackets(text))
                {
                    problems.At(i).Add(path, text, "has brackets, which Argo CD reads as a pattern; one that is not closed can crash its controller", "write one item for each, or * and ?");
                }
            }
        }
    }

    private static void CheckKeys(List<string>? keys, ProblemList problems)
    {
        for (var i = 0; i < (keys?.Count ?? 0); i++)
        {
            if (keys![i].Length != LengthOfKey || !keys[i].All(char.IsAsciiHexDigit))
            {
                problems.At(i).Add(string.Empty, keys[i], "is no GnuPG key: 16 hexadecimal digits", "write it as gpg --list-keys --keyid-format long shows it");
            }
            else if (keys.FindIndex(other => other.Equals(keys[i], StringComparison.OrdinalIgnoreCase)) < i)
            {
                problems.At(i).Add(string.Empty, keys[i], "is listed twice", "remove one of the two");
            }
        }
    }

    private static void CheckAccounts(List<GitOpsServiceAccountArgs>? accounts, ProblemList problems)
    {
        for (var i = 0; i < (accounts?.Count ?? 0); i++)
        {
            var account = accounts![i];
            var at = problems.At(i);
            foreach (var (path, text) in new[] { ("server", account.Server ?? string.Empty), ("namespace", account.Namespace ?? "x") })
            {
                if (text.Length == 0 || text[0] == '!' || text.Contains('!', StringComparison.Ordinal) || GlobPattern.HasBrackets(text) || (path == "namespace" && text.Contains('/', StringComparison.Ordinal)))
                {
                    at.Add(path, text, "is neither a name nor a pattern with * and ?", path == "server" ? $"write the API server, such as {GitOpsDestinationArgs.InCluster}" : "write the namespace; there is no negation here");
                }
            }

            var parts = (account.DefaultServiceAccount ?? string.Empty).Split(':');
            if (parts.Length > 2 || parts.Any(part => KubernetesName.CheckSubdomain(part) is not null))
            {
                at.Add("defaultServiceAccount", account.DefaultServiceAccount, "is no ServiceAccount", "write its name, or namespace:name");
            }

            if (accounts.FindIndex(other => (other.Server, other.Namespace) == (account.Server, account.Namespace)) < i)
            {
                at.Add(string.Empty, null, "is the same destination as an earlier one", "keep one of them");
            }
        }
    }
}
