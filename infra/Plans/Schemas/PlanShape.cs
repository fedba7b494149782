using System.Globalization;
using System.Text.RegularExpressions;
using Hardening.Infra.Plans.Reading;
using Hardening.Infra.StackFiles;

namespace Hardening.Infra.Plans.Schemas;

/// <summary>
/// Everything that the readers ask of a plan, by place: <c>hardening:namespaces[*].egress[*]</c>. It is learned from the readers themselves. They read a plan made of
/// what they are known to ask for, and so ask for more, until nothing new comes: a key that a reader knows is in the schema without another line.
/// </summary>
internal sealed partial class PlanShape
{
    /// <summary>The place of the sections.</summary>
    public const string Top = "";

    private readonly SortedDictionary<string, ObjectShape> _objects = new(StringComparer.Ordinal);
    private int _learned;

    private PlanShape()
    {
    }

    /// <summary>The objects of the plan by place, first the one that holds the sections.</summary>
    public IReadOnlyDictionary<string, ObjectShape> Objects => _objects;

    /// <summary>Asks the readers.</summary>
    public static PlanShape Learn()
    {
        var shape = new PlanShape();
        var quiet = 0;
        for (var round = 0; quiet <= shape.MostChoices(); round++)
        {
            var before = shape._learned;
            PlanReader.Ask(shape.Invent(round), shape);
            quiet = shape._learned == before ? quiet + 1 : 0;
        }

        return shape;
    }

    /// <summary>The place of an item or member below a place.</summary>
    public static string Below(string place, string key, MemberKind kind)
    {
        var member = place.Length == 0 ? key : $"{place}.{key}";
        return kind is MemberKind.Objects ? member + "[*]" : member;
    }

    /// <summary>A reader asks for a member.</summary>
    public void Ask(string path, string key, MemberShape member)
    {
        // One key may be read in two ways, as a text that is a whole number: the first names the kind.
        if (At(path).Members.TryAdd(key, member))
            _learned++;
    }

    /// <summary>A reader refuses an object without this member.</summary>
    public void Require(string path, string key) => At(path).Required.Add(key);

    /// <summary>A type describes the members of an object.</summary>
    public void Describe(string path, Type type) => At(path).DescribedBy(type);

    private ObjectShape At(string path)
    {
        var place = Index().Replace(path, "[*]");
        if (!_objects.TryGetValue(place, out var shape))
            _objects[place] = shape = new ObjectShape();
        return shape;
    }

    private int MostChoices() => _objects.Values.SelectMany(shape => shape.Members.Values).Select(member => member.Choices?.Count ?? 0).DefaultIfEmpty().Max();

    /// <summary>A plan of everything that is known so far. Each round takes the next value of every closed set, because a reader may ask for other members with each.</summary>
    private PlanSource Invent(int round)
    {
        var top = _objects.TryGetValue(Top, out var sections) ? Invent(Top, sections, round).Members : ConfigNode.Object([]).Members;
        return new PlanSource(top, new HashSet<string>(StringComparer.Ordinal));
    }

    private ConfigNode Invent(string place, ObjectShape shape, int round) =>
        ConfigNode.Object(shape.Members.Select(member => KeyValuePair.Create(member.Key, Invent(Below(place, member.Key, member.Value.Kind), member.Value, round))));

    private ConfigNode Invent(string place, MemberShape member, int round)
    {
        var text = ConfigNode.String(member.Choices is { Count: > 0 } choices ? choices[round % choices.Count] : "x");
        var number = ConfigNode.Number((member.Min ?? 1).ToString(CultureInfo.InvariantCulture));
        return member.Kind switch
        {
            MemberKind.Bool => ConfigNode.Bool(true),
            MemberKind.Integer or MemberKind.Number => number,
            MemberKind.Leaves or MemberKind.Texts or MemberKind.TextsOrIntegers => ConfigNode.List([text]),
            MemberKind.TextMap or MemberKind.QuantityMap => ConfigNode.Object([new("x", text)]),
            MemberKind.Object => InventObject(place, round),
            MemberKind.Objects => ConfigNode.List([InventObject(place, round)]),
            _ => text,
        };
    }

    private ConfigNode InventObject(string place, int round) => _objects.TryGetValue(place, out var shape) ? Invent(place, shape, round) : ConfigNode.Object([]);

    [GeneratedRegex(@"\[\d+\]", RegexOptions.CultureInvariant, 60_000)]
    private static partial Regex Index();
}
