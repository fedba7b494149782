using Hardening.Infra.StackFiles;

namespace Hardening.Infra.Comparing;

/// <summary>Makes rules about rights comparable: one item a resource, with its verbs, however the plan groups them.</summary>
internal static class RightTree
{
    public const string Verbs = "verbs";

    private const string Names = "resourceNames";
    private const string Reason = "reason";

    public static PlanNode Of(ConfigNode list)
    {
        var rights = new SortedDictionary<string, (SortedSet<string> Verbs, SortedSet<string> Reasons)>(StringComparer.Ordinal);
        foreach (var rule in list.Items)
        {
            foreach (var right in RightsOf(rule))
            {
                if (!rights.TryGetValue(right, out var said))
                    rights[right] = said = (new SortedSet<string>(StringComparer.Ordinal), new SortedSet<string>(StringComparer.Ordinal));
                said.Verbs.UnionWith(TextsOf(rule, Verbs));
                if (rule.Members.TryGetValue(Reason, out var reason))
                    said.Reasons.Add(reason.Text);
            }
        }

        return PlanNode.List(rights.ToDictionary(right => right.Key, right => Item(right.Value.Verbs, right.Value.Reasons), StringComparer.Ordinal));
    }

    private static PlanNode Item(SortedSet<string> verbs, SortedSet<string> reasons)
    {
        var members = new Dictionary<string, PlanNode>(StringComparer.Ordinal);
        if (verbs.Count > 0)
            members[Verbs] = PlanNode.Of(string.Join(", ", verbs));
        if (reasons.Count > 0)
            members[Reason] = PlanNode.Of(string.Join("; ", reasons));
        return PlanNode.Map(members);
    }

    /// <summary>Group and resource, and the names that it is limited to.</summary>
    private static IEnumerable<string> RightsOf(ConfigNode rule)
    {
        var names = string.Join(", ", TextsOf(rule, Names));
        return from resource in TextsOf(rule, "resources")
               from api in TextsOf(rule, "apiGroups")
               select (api.Length > 0 ? $"{resource}.{api}" : resource) + (names.Length > 0 ? " " + names : "");
    }

    private static IEnumerable<string> TextsOf(ConfigNode rule, string key) =>
        rule.Members.TryGetValue(key, out var texts) ? texts.Items.Select(PlanTree.OneLine).Order(StringComparer.Ordinal) : [];
}
