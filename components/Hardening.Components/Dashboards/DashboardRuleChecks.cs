using Hardening.Primitives;

namespace Hardening.Components;

/// <summary>The checks of one rule that a plan adds to a dashboard's role.</summary>
internal static class DashboardRuleChecks
{
    private const string Every = "*";
    private static readonly string[] ChangeVerbs = ["create", "update", "patch"];
    private static readonly string[] Nameless = ["create", "deletecollection"];

    private static readonly string[] Subresources =
        ["approval", "attach", "binding", "ephemeralcontainers", "eviction", "exec", "finalize", "log", "portforward", "proxy", "resize", "scale", "status", "token"];

    private static readonly RbacAccess[] Workloads =
    [
        new("", "pods", null, ""), new("", "replicationcontrollers", null, ""), new("apps", "daemonsets", null, ""), new("apps", "deployments", null, ""),
        new("apps", "replicasets", null, ""), new("apps", "statefulsets", null, ""), new("batch", "cronjobs", null, ""), new("batch", "jobs", null, ""),
    ];

    /// <summary>Checks groups and resources, and that the verbs on them reach nothing forbidden.</summary>
    public static void Check(List<string>? groups, List<string>? resources, IReadOnlyList<string> verbs, ProblemList problems)
    {
        CheckGroups(groups, resources ?? [], problems);
        if (resources is null or { Count: 0 })
        {
            problems.Add("resources", null, "is empty, and a rule without resources grants nothing", "list resources in plural, such as pods");
            return;
        }

        for (var i = 0; i < resources.Count; i++)
        {
            var at = problems.At("resources").At(i);
            if (CheckName(resources[i], groups ?? [], at)
                && DashboardForbidden.ReachedBy([new RbacRule(groups ?? [], [resources[i]], verbs)]) is { Count: > 0 } reached)
            {
                at.Add(string.Empty, resources[i], $"allows {reached[0]}, which no dashboard may have", "remove it");
            }
            else if (resources.IndexOf(resources[i]) < i)
            {
                at.Add(string.Empty, resources[i], "is listed twice", "remove one of the two");
            }
        }
    }

    public static void CheckWrite(DashboardWriteArgs write, ProblemList problems)
    {
        var verbs = CheckVerbs(write.Verbs, problems);
        Check(write.ApiGroups, write.Resources, verbs, problems);
        CheckResourceNames(write.ResourceNames, verbs, problems);
        if (string.IsNullOrWhiteSpace(write.Reason))
        {
            problems.Add("reason", null, "a right to change something needs a reason", "say in a sentence why a dashboard has to");
        }

        if (verbs.Intersect(ChangeVerbs, StringComparer.Ordinal).FirstOrDefault() is { } verb && FirstWorkload(write) is { } workload)
        {
            problems.Warn("resources", $"whoever may {verb} {workload} can mount every secret of its namespace and run any image there; deployments/scale, or delete on pods, mounts nothing.");
        }
    }

    private static string? FirstWorkload(DashboardWriteArgs write) =>
        write.Resources?.Find(resource => Array.Exists(Workloads, workload => workload.Resource == resource && write.ApiGroups?.Contains(workload.ApiGroup) == true));

    private static List<string> CheckVerbs(List<string>? verbs, ProblemList problems)
    {
        if (verbs is null or { Count: 0 })
        {
            problems.Add("verbs", null, "is empty, and a rule without verbs grants nothing", $"list verbs out of {string.Join(", ", DashboardAccess.WriteVerbs)}");
            return [];
        }

        for (var i = 0; i < verbs.Count; i++)
        {
            if (Choice.Check(verbs[i], DashboardAccess.WriteVerbs, problems.At("verbs").At(i), string.Empty) && verbs.IndexOf(verbs[i]) < i)
            {
                problems.At("verbs").At(i).Add(string.Empty, verbs[i], "is listed twice", "remove one of the two");
            }
        }

        return verbs;
    }

    private static void CheckResourceNames(List<string>? names, List<string> verbs, ProblemList problems)
    {
        if (names is { Count: 0 })
        {
            problems.Add("resourceNames", null, "is empty, which would mean every object", "list the names, or leave the key out if every object is meant");
        }

        if (names is { Count: > 0 } && verbs.Find(verb => Nameless.Contains(verb, StringComparer.Ordinal)) is { } nameless)
        {
            problems.Add("resourceNames", null, $"{nameless} cannot be limited to names: the API server does not know them then", $"list {nameless} in a rule of its own, without names");
        }

        for (var i = 0; i < (names?.Count ?? 0); i++)
        {
            if (KubernetesName.CheckSubdomain(names![i]) is { } message)
            {
                problems.At("resourceNames").At(i).Add(string.Empty, names[i], message, "write the object's name; there are no patterns");
            }
        }
    }

    private static void CheckGroups(List<string>? groups, List<string> resources, ProblemList problems)
    {
        if (groups is null or { Count: 0 })
        {
            problems.Add("apiGroups", null, "is empty, and a rule without groups grants nothing", "list API groups; \"\" is the core group");
        }

        for (var i = 0; i < (groups?.Count ?? 0); i++)
        {
            var group = groups![i];
            var at = problems.At("apiGroups").At(i);
            if (group == Every)
            {
                at.Add(string.Empty, group, "a wildcard reaches what is forbidden, and every kind that is ever installed", "list API groups; \"\" is the core group");
            }
            else if (groups.IndexOf(group) < i)
            {
                at.Add(string.Empty, group, "is listed twice", "remove one of the two");
            }
            else if (KubernetesResources.Of(group) is { } known)
            {
                if (resources.Count > 0 && resources.TrueForAll(resource => IsFarFrom(known, resource)))
                {
                    at.Add(string.Empty, group, "has none of these resources", "remove the group, or add a resource of it");
                }
            }
            else if (!group.Contains('.', StringComparison.Ordinal) || KubernetesName.CheckSubdomain(group) is not null)
            {
                at.Add(string.Empty, group, "is no API group", DidYouMean.Suggest(group, KubernetesResources.All) is { } meant ? $"did you mean {meant}?" : "write it without a version, such as apps or cilium.io; \"\" is the core group");
            }
        }
    }

    /// <summary>Whether a resource is none of a group's, nor a misspelt one, nor a wildcard, which is refused by itself.</summary>
    private static bool IsFarFrom(IReadOnlyList<string> known, string resource) =>
        !resource.Contains(Every, StringComparison.Ordinal) && !known.Contains(resource.Split('/')[0], StringComparer.Ordinal) && DidYouMean.Suggest(resource, known) is null;

    private static bool CheckName(string resource, List<string> groups, ProblemList problems)
    {
        if (resource.Contains(Every, StringComparison.Ordinal))
        {
            problems.Add(string.Empty, resource, "a wildcard reaches what is forbidden, secrets above all", "list resources in plural, such as pods");
            return false;
        }

        var slash = resource.IndexOf('/', StringComparison.Ordinal);
        var name = slash < 0 ? resource : resource[..slash];
        if (KubernetesName.CheckLabel(name) is { } message)
        {
            problems.Add(string.Empty, resource, message, "write the resource in plural, as kubectl api-resources lists it");
            return false;
        }

        var known = groups.Select(KubernetesResources.Of).ToList();
        if (known.TrueForAll(group => group is not null) && known.Count > 0 && !known.Exists(group => group!.Contains(name, StringComparer.Ordinal)))
        {
            var all = known.SelectMany(group => group!);
            problems.Add(string.Empty, resource, "is no resource of these API groups", DidYouMean.Suggest(name, all) is { } meant ? $"did you mean {meant}?" : "write it in plural and name the group that it belongs to");
            return false;
        }

        if (slash >= 0 && !Subresources.Contains(resource[(slash + 1)..], StringComparer.Ordinal))
        {
            problems.Add(string.Empty, resource, "has no subresource that Kubernetes knows", $"write one of {string.Join(", ", Subresources)}");
            return false;
        }

        return true;
    }
}
