using Hardening.Infra.Plans;
using Hardening.Infra.StackFiles;

namespace Hardening.Infra.Comparing;

/// <summary>Makes a plan comparable.</summary>
internal static class PlanTree
{
    /// <summary>Members that tell the items of a list apart, in the order in which a path shows them.</summary>
    private static readonly string[] Identity = ["control", "namespace", "workload", "name", "server", "group", "kind"];

    /// <summary>Members that tell items apart which name a workload; what else they state may differ.</summary>
    private static readonly string[] OfWorkload = ["namespace", "workload"];

    /// <summary>The one that tells projects apart.</summary>
    private static readonly string[] OfProject = ["name"];

    /// <summary>Members that say why an item is there: without anything that tells it apart, an item is the rest of what it says.</summary>
    private static readonly HashSet<string> Reasons = new(StringComparer.Ordinal) { "reason", "owner", "expires", "description" };

    /// <summary>Lists of rules, which are unions: each of their destinations or sources is compared by itself.</summary>
    private static readonly HashSet<string> Rules = new(StringComparer.Ordinal) { "egress", "egressDeny", "ingress" };

    /// <summary>The sections of a plan.</summary>
    public static PlanNode Of(IReadOnlyDictionary<string, ConfigNode> sections) =>
        PlanNode.Map(sections.Where(section => PlanSections.All.Contains(section.Key, StringComparer.Ordinal)).ToDictionary(section => section.Key, section => Of(section.Key, InText(section.Value)), StringComparer.Ordinal));

    /// <summary>A value on one line, with the members of mappings in order.</summary>
    public static string OneLine(ConfigNode node) => node.Kind switch
    {
        ConfigKind.Secret => PlanNode.Secret,
        ConfigKind.List => string.Join(", ", node.Items.Select(OneLine).Order(StringComparer.Ordinal)),
        ConfigKind.Object => string.Join(' ', node.Members.Select(member => member.Value is { Kind: ConfigKind.Object, Members.Count: 0 } ? member.Key : $"{member.Key} {OneLine(member.Value)}")),
        _ => YamlTimestamp.DayOf(node.Text),
    };

    /// <summary>A section may be a text that holds it as JSON.</summary>
    private static ConfigNode InText(ConfigNode section) => section.Kind is ConfigKind.String ? ConfigText.Read(section.Text) : section;

    private static PlanNode Of(string key, ConfigNode node) => node.Kind switch
    {
        ConfigKind.Object => PlanNode.Map(node.Members.ToDictionary(member => member.Key, member => Of(member.Key, member.Value), StringComparer.Ordinal)),
        ConfigKind.List when key is "ports" => PlanNode.Of(OneLine(node)),
        ConfigKind.List when Rules.Contains(key) => RuleTree.Of(node),
        ConfigKind.List when key is "read" or "write" => RightTree.Of(node),
        ConfigKind.List => PlanNode.List(Items(key, node.Items)),
        _ => PlanNode.Of(OneLine(node)),
    };

    private static Dictionary<string, PlanNode> Items(string key, IReadOnlyList<ConfigNode> items)
    {
        var named = new Dictionary<string, PlanNode>(StringComparer.Ordinal);
        foreach (var group in items.GroupBy(item => NameOf(key, item), StringComparer.Ordinal))
        {
            // Items of one name differ in the rest of what they say.
            var several = group.Skip(1).Any();
            foreach (var item in group)
                named[several ? OneLine(item) : group.Key] = item.Kind is ConfigKind.Object ? Of("", item) : PlanNode.Listed;
        }

        return named;
    }

    private static string NameOf(string list, ConfigNode item)
    {
        if (item.Kind is not ConfigKind.Object)
            return OneLine(item);
        var identity = list is PlanSections.Projects ? OfProject : item.Members.ContainsKey(OfWorkload[1]) ? OfWorkload : Identity;
        var names = identity.Select(key => item.Members.GetValueOrDefault(key)).OfType<ConfigNode>().Where(name => name.Kind is ConfigKind.String).Select(name => name.Text).ToList();
        return names.Count > 0 ? string.Join('/', names) : OneLine(ConfigNode.Object(item.Members.Where(member => !Reasons.Contains(member.Key))));
    }
}
