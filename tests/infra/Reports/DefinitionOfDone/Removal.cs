using Hardening.Infra.Plans;
using Hardening.Infra.StackFiles;

namespace Hardening.Infra.Tests.Reports.DefinitionOfDone;

/// <summary>Takes a control out of a plan: its section, its mode or its keys, with the exceptions from it.</summary>
internal static class Removal
{
    /// <summary>Sets the control's mode in the rollout.</summary>
    public static IReadOnlyDictionary<string, ConfigNode> WithMode(IReadOnlyDictionary<string, ConfigNode> sections, string control, string mode) =>
        With(sections, PlanSections.Rollout, rollout => Member(rollout, control, ConfigNode.String(mode)));

    /// <summary>Removes a section, and what excepts from its control.</summary>
    public static IReadOnlyDictionary<string, ConfigNode> WithoutSection(IReadOnlyDictionary<string, ConfigNode> sections, string section, string control) =>
        With(sections.Where(pair => pair.Key != section).ToDictionary(StringComparer.Ordinal), PlanSections.Exceptions, list => Without(list, item => item.Members["control"].Text == control));

    /// <summary>Removes a key of a section.</summary>
    public static IReadOnlyDictionary<string, ConfigNode> WithoutMember(IReadOnlyDictionary<string, ConfigNode> sections, string section, string key) => With(sections, section, node => Member(node, key, null));

    /// <summary>Removes the exemptions of namespaces from a control.</summary>
    public static IReadOnlyDictionary<string, ConfigNode> WithoutExemptions(IReadOnlyDictionary<string, ConfigNode> sections, string control) =>
        With(sections, PlanSections.Namespaces, list => Each(list, space => space.Members.ContainsKey("exemptions")
            ? Member(space, "exemptions", Without(space.Members["exemptions"], item => item.Members["control"].Text == control))
            : space));

    /// <summary>Removes a key of every workload.</summary>
    public static IReadOnlyDictionary<string, ConfigNode> WithoutWorkloadKey(IReadOnlyDictionary<string, ConfigNode> sections, string key) =>
        With(sections, PlanSections.Namespaces, list => Each(list, space => space.Members.ContainsKey("workloads")
            ? Member(space, "workloads", Each(space.Members["workloads"], workload => Member(workload, key, null)))
            : space));

    private static Dictionary<string, ConfigNode> With(IReadOnlyDictionary<string, ConfigNode> sections, string section, Func<ConfigNode, ConfigNode> change)
    {
        var changed = new Dictionary<string, ConfigNode>(sections, StringComparer.Ordinal);
        if (changed.TryGetValue(section, out var node))
            changed[section] = change(node);
        return changed;
    }

    private static ConfigNode Each(ConfigNode list, Func<ConfigNode, ConfigNode> change) => ConfigNode.List([.. list.Items.Select(change)]);

    private static ConfigNode Without(ConfigNode list, Func<ConfigNode, bool> drop) => ConfigNode.List([.. list.Items.Where(item => !drop(item))]);

    private static ConfigNode Member(ConfigNode node, string key, ConfigNode? value)
    {
        var members = node.Members.Where(member => member.Key != key).ToList();
        if (value is not null)
            members.Add(new(key, value));
        return ConfigNode.Object(members);
    }
}
