using System.Globalization;
using Hardening.Infra.Plans.Schemas;
using Hardening.Infra.StackFiles;
using Hardening.Primitives;
using Pulumi;
using Pulumi.Utilities;

namespace Hardening.Infra.Plans.Reading;

/// <summary>
/// Reads one object of the plan member by member, strictly: a member of another type is a problem and so is one that nobody asked for.
/// Every reading method returns null, or nothing, where the value is absent or refused, so that reading goes on and finds everything.
/// </summary>
internal sealed partial class PlanObject
{
    private readonly ConfigNode _node;
    private readonly PlanProblems _problems;
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);

    public PlanObject(ConfigNode node, string path, PlanProblems problems)
    {
        _node = node;
        _problems = problems;
        Path = path;
    }

    /// <summary>Where the object stands in the plan.</summary>
    public string Path { get; }

    public PlanProblems Problems => _problems;

    public bool Has(string key) => _node.Members.TryGetValue(key, out var value) && value.Kind is not ConfigKind.Null;

    public string PathOf(string key) => Path.Length > 0 && Path[^1] is ':' ? Path + key : $"{Path}.{key}";

    /// <summary>A value as it was written, for a reader of its own kind; null where it is absent.</summary>
    public ConfigNode? Node(string key, MemberKind kind) => Find(key, new MemberShape(kind));

    /// <summary>A text. Numbers and booleans are refused: YAML would have changed how they are written.</summary>
    public string? Text(string key) => ReadText(key, new MemberShape(MemberKind.Text));

    /// <summary>A text out of a closed set that a component checks; the set is for the schema.</summary>
    public string? Text(string key, IReadOnlyList<string> closedSet) => ReadText(key, new MemberShape(MemberKind.Text) { Choices = closedSet });

    private string? ReadText(string key, MemberShape shape)
    {
        var value = Find(key, shape);
        switch (value?.Kind)
        {
            case null:
                return null;
            case ConfigKind.String when value.Text.Length > 0:
                return value.Text;
            case ConfigKind.String:
                _problems.Add(PathOf(key), "", "is empty", "write a value, or leave the key out");
                return null;
            default:
                _problems.AddNoText(PathOf(key), value, shape.Choices);
                return null;
        }
    }

    /// <summary>A text that may be empty, as the core API group is.</summary>
    public string? TextOrEmpty(string key)
    {
        var shape = new MemberShape(MemberKind.TextOrEmpty);
        return Find(key, shape) is { Kind: ConfigKind.String, Text: "" } ? "" : ReadText(key, shape);
    }

    /// <summary>A text that flows into a manifest unchanged, and may therefore be encrypted: offline it is then an unknown secret.</summary>
    public Input<string>? Leaf(string key) => Find(key, new MemberShape(MemberKind.Leaf)) is { } value ? Leaf(value, PathOf(key)) : null;

    /// <summary>A text that has to be there.</summary>
    public string RequiredText(string key, string fix)
    {
        Require(key, fix);
        return Text(key) ?? "";
    }

    /// <summary>A text out of a closed set.</summary>
    public string? OneOf(string key, IReadOnlyList<string> allowed)
    {
        var text = Text(key, allowed);
        if (text is null || allowed.Contains(text, StringComparer.Ordinal))
            return text;
        _problems.Add(PathOf(key), text, "is none of " + string.Join(", ", allowed), PlanProblems.Suggest(text, allowed, "write one of them"));
        return null;
    }

    /// <summary>A version: a quoted text, because YAML turns 1.20 into the number 1.2.</summary>
    public string? Version(string key)
    {
        var value = Find(key, new MemberShape(MemberKind.Version));
        switch (value?.Kind)
        {
            case null:
                return null;
            case ConfigKind.Number:
                _problems.Add(PathOf(key), value.Text, "is a number, and YAML reads 1.20 as 1.2", $"put the version in quotes: {key}: \"1.20\"");
                return null;
            case ConfigKind.String when SemanticVersion.TryParse(value.Text, out _, out _):
                return value.Text;
            case ConfigKind.String:
                _problems.Add(PathOf(key), value.Text, "is no version", $"write it as \"1.34\" or \"1.34.1\"");
                return null;
            default:
                Refuse(key, value, "a version in quotes");
                return null;
        }
    }

    /// <summary>A day, quoted or not.</summary>
    public string? Day(string key)
    {
        var text = ReadText(key, new MemberShape(MemberKind.Day));
        return text is null ? null : YamlTimestamp.DayOf(text);
    }

    /// <summary>A whole number within bounds.</summary>
    public int? Integer(string key, int min, int max)
    {
        var value = Find(key, new MemberShape(MemberKind.Integer) { Min = min, Max = max });
        if (value is null)
            return null;
        if (value.Kind is not ConfigKind.Number)
        {
            Refuse(key, value, "a whole number");
            return null;
        }

        if (int.TryParse(value.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= min && number <= max)
            return number;
        _problems.Add(PathOf(key), value.Text, string.Create(CultureInfo.InvariantCulture, $"is no whole number from {min} to {max}"), "correct the number");
        return null;
    }

    /// <summary>A number within bounds.</summary>
    public double? Number(string key, double min, double max) => ReadNumber(key, new MemberShape(MemberKind.Number) { Min = min, Max = max });

    /// <summary>A number between 0 and 1, neither of which a component takes.</summary>
    public double? Share(string key) => ReadNumber(key, new MemberShape(MemberKind.Number) { Min = 0, Max = 1, IsExclusive = true });

    private double? ReadNumber(string key, MemberShape shape)
    {
        var value = Find(key, shape);
        if (value is null)
            return null;
        if (value.Kind is not ConfigKind.Number)
        {
            Refuse(key, value, "a number");
            return null;
        }

        var number = double.Parse(value.Text, CultureInfo.InvariantCulture);
        if (number >= shape.Min && number <= shape.Max)
            return number;
        _problems.Add(PathOf(key), value.Text, string.Create(CultureInfo.InvariantCulture, $"is not between {shape.Min} and {shape.Max}"), "correct the number");
        return null;
    }

    public bool? Bool(string key)
    {
        var value = Find(key, new MemberShape(MemberKind.Bool));
        if (value is null)
            return null;
        if (value.Kind is ConfigKind.Bool)
            return value.Text is "true";
        Refuse(key, value, "true or false");
        return null;
    }

    /// <summary>A text such as a share of pods, for which a whole number is as good as its text.</summary>
    public string? TextOrInteger(string key)
    {
        var shape = new MemberShape(MemberKind.TextOrInteger);
        return Find(key, shape) is { } value && IsInteger(value) ? value.Text : ReadText(key, shape);
    }

    /// <summary>An object below this one; null where it is absent.</summary>
    public PlanObject? Object(string key)
    {
        var value = Find(key, new MemberShape(MemberKind.Object));
        if (value is null)
            return null;
        if (value.Kind is ConfigKind.Object)
            return new PlanObject(value, PathOf(key), _problems);
        Refuse(key, value, "a mapping");
        return null;
    }

    /// <summary>Says that a member has to be there.</summary>
    public void Require(string key, string fix)
    {
        _problems.Shape?.Require(Path, key);
        if (!Has(key))
        {
            _known.Add(key);
            if (!_node.Members.ContainsKey(key))
                _problems.Add(PathOf(key), null, "is missing", fix);
        }
    }

    /// <summary>Refuses every member that was not asked for.</summary>
    /// <typeparam name="T">The type whose documentation describes the members: a component's arguments or a record of the plan.</typeparam>
    public void Done<T>()
    {
        _problems.Shape?.Describe(Path, typeof(T));
        Done();
    }

    /// <summary>The same for an object whose members two types describe.</summary>
    public void Done<T1, T2>()
    {
        _problems.Shape?.Describe(Path, typeof(T1));
        Done<T2>();
    }

    /// <summary>Refuses every member that was not asked for.</summary>
    public void Done()
    {
        foreach (var key in _node.Members.Keys)
        {
            if (!_known.Contains(key))
                _problems.Add(PathOf(key), null, "is no key of the plan here", PlanProblems.Suggest(key, _known, "known here: " + string.Join(", ", _known.Order(StringComparer.Ordinal))));
        }
    }

    private Input<string>? Leaf(ConfigNode value, string path)
    {
        switch (value.Kind)
        {
            case ConfigKind.Secret:
                return Output.CreateSecret(OutputUtilities.CreateUnknown(""));
            case ConfigKind.String when value.Text.Length > 0:
                return _problems.HidesValues ? Output.CreateSecret(value.Text) : value.Text;
            case ConfigKind.String:
                _problems.Add(path, "", "is empty", "write a value, or leave it out");
                return null;
            default:
                _problems.AddNoText(path, value);
                return null;
        }
    }

    private ConfigNode? Find(string key, MemberShape shape)
    {
        _problems.Shape?.Ask(Path, key, shape);
        _known.Add(key);
        if (!_node.Members.TryGetValue(key, out var value))
            return null;
        if (value.Kind is ConfigKind.Null)
        {
            _problems.Add(PathOf(key), null, "has no value", "write one, or leave the key out");
            return null;
        }

        return value;
    }

    private static bool IsInteger(ConfigNode node) =>
        node.Kind is ConfigKind.Number && int.TryParse(node.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _);

    private void Refuse(string key, ConfigNode value, string wanted) =>
        _problems.Add(PathOf(key), PlanProblems.Shown(value), PlanProblems.NotA(wanted, value), _problems.TypeFix(wanted, value));
}
