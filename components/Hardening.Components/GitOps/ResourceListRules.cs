using Hardening.Primitives;

namespace Hardening.Components;

/// <summary>What is refused in a project's lists of kinds: above all lists that are empty, which mean the opposite of lists that are absent, or nothing.</summary>
internal static class ResourceListRules
{
    private const string Every = "*";
    private const string WriteKind = "write it as in manifests, such as ResourceQuota";
    private const string RightsGroup = "rbac.authorization.k8s.io";
    private static readonly string[] PowerfulGroups = ["", RightsGroup, "admissionregistration.k8s.io"];
    private static readonly string[] Rights = ["ClusterRole", "ClusterRoleBinding"];

    public static void Check(GitOpsProjectArgs args, ProblemList problems)
    {
        RefuseEmpty(args.ClusterResourceWhitelist?.Count, "clusterResourceWhitelist", "is empty, which permits no cluster-scoped object, as leaving it out does", "leave it out, or list kinds", problems);
        RefuseEmpty(args.ClusterResourceBlacklist?.Count, "clusterResourceBlacklist", "is empty, which takes nothing away", "leave it out", problems);
        RefuseEmpty(args.NamespaceResourceWhitelist?.Count, "namespaceResourceWhitelist", "is empty, which permits no kind at all, while leaving it out permits every kind", "leave it out, or list kinds", problems);
        RefuseEmpty(args.NamespaceResourceBlacklist?.Count, "namespaceResourceBlacklist", "is empty, which takes nothing away", "leave it out", problems);
        CheckList(args.ClusterResourceWhitelist?.ConvertAll(item => (item.Group, item.Kind, item.Name)), problems.At("clusterResourceWhitelist"));
        CheckList(args.ClusterResourceBlacklist?.ConvertAll(item => (item.Group, item.Kind, item.Name)), problems.At("clusterResourceBlacklist"));
        CheckList(args.NamespaceResourceWhitelist?.ConvertAll(item => (item.Group, item.Kind, (string?)null)), problems.At("namespaceResourceWhitelist"));
        CheckList(args.NamespaceResourceBlacklist?.ConvertAll(item => (item.Group, item.Kind, (string?)null)), problems.At("namespaceResourceBlacklist"));
        for (var i = 0; i < (args.ClusterResourceWhitelist?.Count ?? 0); i++)
        {
            CheckPower(args.ClusterResourceWhitelist![i], problems.At("clusterResourceWhitelist").At(i));
        }

        if (args.ClusterResourceBlacklist is { Count: > 0 } && args.ClusterResourceWhitelist is null)
        {
            problems.Add("clusterResourceBlacklist", null, "takes away from clusterResourceWhitelist, which is not stated, so that nothing is permitted anyway", "state clusterResourceWhitelist, or leave both out");
        }
    }

    private static void RefuseEmpty(int? count, string path, string message, string fix, ProblemList problems)
    {
        if (count == 0)
        {
            problems.Add(path, null, message, fix);
        }
    }

    private static void CheckList(List<(string? Group, string? Kind, string? Name)>? items, ProblemList problems)
    {
        for (var i = 0; i < (items?.Count ?? 0); i++)
        {
            var (group, kind, name) = items![i];
            var at = problems.At(i);
            if (group is null)
            {
                at.Add("group", null, "is missing", "write the API group without a version; \"\" is the core group");
            }
            else if (group.Length > 0 && group != Every && KubernetesName.CheckSubdomain(group.Replace(Every, "x", StringComparison.Ordinal)) is not null)
            {
                at.Add("group", group, "is no API group", "write it without a version, such as apps; \"\" is the core group");
            }

            if (string.IsNullOrEmpty(kind))
            {
                at.Add("kind", kind, "is missing", WriteKind);
            }
            else if (kind != Every && !(char.IsAsciiLetterUpper(kind[0]) && kind.All(c => char.IsAsciiLetterOrDigit(c) || c == '*')))
            {
                at.Add("kind", kind, "is no kind", WriteKind);
            }

            if (name is not null && GlobPattern.HasBrackets(name))
            {
                at.Add("name", name, "has brackets or a backslash, which Argo CD reads as a pattern, and where they do not match up as no object at all", "write one item for each name, or * and ?");
            }
            else if (name is { Length: 0 } || (name is not null && (name.StartsWith('!') || name.Any(c => char.IsWhiteSpace(c) || char.IsControl(c)))))
            {
                at.Add("name", name, "is no name", "write the object's name, such as team-*, or leave it out for every object");
            }

            if (items.IndexOf(items[i]) < i)
            {
                at.Add(string.Empty, null, "is listed twice", "remove one of the two");
            }
        }
    }

    private static void CheckPower(GitOpsClusterResourceArgs item, ProblemList problems)
    {
        if (!string.IsNullOrWhiteSpace(item.Reason) || item.Kind is null || item.Group is null)
        {
            return;
        }

        if (GlobPattern.IsEverything(item.Kind) && Array.Exists(PowerfulGroups, group => Glob.Covers(item.Group, group)))
        {
            problems.Add(string.Empty, null, "permits kinds that make whoever deploys them administrator of the cluster", "list the kinds, or say in reason why not");
        }
        else if (Glob.Covers(item.Group, RightsGroup) && Array.Find(Rights, kind => Glob.Covers(item.Kind, kind)) is { } right)
        {
            problems.Warn(string.Empty, $"whoever may write to a source of this project gives itself any right by a {right}; leave it out, or say in reason why not");
        }
    }
}
