using Hardening.Infra.Plans.Schemas;
using Hardening.Infra.StackFiles;
using Pulumi;

namespace Hardening.Infra.Plans.Reading;

/// <content>Members that are lists and mappings.</content>
internal sealed partial class PlanObject
{
    /// <summary>A list of texts that flow into a manifest unchanged; null where the key is absent. An empty list stays an empty list.</summary>
    public List<Input<string>>? Leaves(string key)
    {
        var value = Find(key, new MemberShape(MemberKind.Leaves));
        if (value is null)
            return null;
        if (value.Kind is not ConfigKind.List)
        {
            Refuse(key, value, "a list of texts");
            return null;
        }

        var leaves = new List<Input<string>>(value.Items.Count);
        for (var index = 0; index < value.Items.Count; index++)
        {
            if (Leaf(value.Items[index], $"{PathOf(key)}[{index}]") is { } leaf)
                leaves.Add(leaf);
        }

        return leaves;
    }

    /// <summary>A list of texts.</summary>
    public List<string> Texts(string key) => TextsOrNull(key) ?? [];

    /// <summary>A list of texts; null where the key is absent. An empty list stays an empty list.</summary>
    public List<string>? TextsOrNull(string key) => ReadTexts(key, new MemberShape(MemberKind.Texts));

    /// <summary>A list of texts out of a closed set that a component checks; the set is for the schema.</summary>
    public List<string>? TextsOrNull(string key, IReadOnlyList<string> closedSet) => ReadTexts(key, new MemberShape(MemberKind.Texts) { Choices = closedSet });

    /// <summary>A list such as ports, in which a whole number is as good as its text.</summary>
    public List<string>? TextsOrIntegers(string key) => ReadTexts(key, new MemberShape(MemberKind.TextsOrIntegers));

    private List<string>? ReadTexts(string key, MemberShape shape)
    {
        var value = Find(key, shape);
        if (value is null)
            return null;
        if (value.Kind is not ConfigKind.List)
        {
            Refuse(key, value, "a list of texts");
            return null;
        }

        var texts = new List<string>(value.Items.Count);
        for (var index = 0; index < value.Items.Count; index++)
        {
            var item = value.Items[index];
            if (item.Kind is ConfigKind.String || (shape.Kind is MemberKind.TextsOrIntegers && IsInteger(item)))
                texts.Add(item.Text);
            else
                _problems.AddNoText($"{PathOf(key)}[{index}]", item, shape.Choices);
        }

        return texts;
    }

    /// <summary>An object of texts, such as labels.</summary>
    public Dictionary<string, string>? TextMap(string key) => ReadMap(key, new MemberShape(MemberKind.TextMap));

    /// <summary>An object of quantities, in which a whole number is as good as its text.</summary>
    public Dictionary<string, string>? QuantityMap(string key) => ReadMap(key, new MemberShape(MemberKind.QuantityMap));

    private Dictionary<string, string>? ReadMap(string key, MemberShape shape)
    {
        var value = Find(key, shape);
        if (value is null)
            return null;
        if (value.Kind is not ConfigKind.Object)
        {
            Refuse(key, value, "a mapping of names to texts");
            return null;
        }

        var map = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, item) in value.Members)
        {
            if (item.Kind is ConfigKind.String || (shape.Kind is MemberKind.QuantityMap && item.Kind is ConfigKind.Number))
                map[name] = item.Text;
            else
                _problems.AddNoText($"{PathOf(key)}[{name}]", item);
        }

        return map;
    }

    /// <summary>The objects of a list.</summary>
    public List<PlanObject> Objects(string key) => ObjectsOrNull(key) ?? [];

    /// <summary>The objects of a list; null where the key is absent.</summary>
    public List<PlanObject>? ObjectsOrNull(string key)
    {
        var value = Find(key, new MemberShape(MemberKind.Objects));
        if (value is null)
            return null;
        if (value.Kind is ConfigKind.List)
            return PlanList.Objects(value, PathOf(key), _problems);
        Refuse(key, value, "a list");
        return null;
    }
}
