using System.Numerics;
using Hardening.Primitives;

namespace Hardening.Infra.Comparing;

/// <summary>Ways of judging two values that differ. A value is null where a plan says nothing; an item that is listed and has no text is empty.</summary>
internal sealed class Rule
{
    private static readonly BigInteger Unbounded = BigInteger.Pow(10, 60);

    private readonly string _word;
    private readonly Func<string?, string?, Stricter> _judge;

    private readonly bool _isQuantity;

    private Rule(string word, Func<string?, string?, Stricter> judge, bool isQuantity = false)
    {
        _word = word;
        _judge = judge;
        _isQuantity = isQuantity;
    }

    /// <summary>Judges two values.</summary>
    public Verdict Judge(string? a, string? b) => new(a is PlanNode.Secret || b is PlanNode.Secret ? Stricter.Unknown : _judge(a, b), _word);

    /// <summary>Whether two texts say the same, as <c>1000m</c> and <c>1</c> do.</summary>
    public bool AreEqual(string? a, string? b) => _isQuantity && a is not null && b is not null && Bounds(a, b) is Stricter.Same;

    /// <summary>Says nothing of strictness.</summary>
    public static Rule Same(string word) => new(word, (_, _) => Stricter.Same);

    /// <summary>Cannot be judged.</summary>
    public static Rule Unknown(string word) => new(word, (_, _) => Stricter.Unknown);

    /// <summary>Having it is stricter: a control, a carve-out.</summary>
    public static Rule Protects(string word) => new(word, (a, b) => (a, b) switch { (null, _) => Stricter.B, (_, null) => Stricter.A, _ => Stricter.Unknown });

    /// <summary>Having it is looser: a destination, an exemption.</summary>
    public static Rule Allows(string word) => new(word, (a, b) => (a, b) switch { (null, _) => Stricter.A, (_, null) => Stricter.B, _ => Stricter.Unknown });

    /// <summary>A closed set in order, the loosest first.</summary>
    public static Rule Order(string word, params IReadOnlyList<string> fromLoosest) =>
        new(word, (a, b) => Compare(IndexOf(fromLoosest, a), IndexOf(fromLoosest, b)));

    /// <summary>The smaller quantity is stricter; none at all is the loosest.</summary>
    public static Rule Smaller(string word) => new(word, (a, b) => Bounds(b, a), isQuantity: true);

    /// <summary>The larger quantity is stricter; none at all is the loosest.</summary>
    public static Rule Larger(string word) => new(word, (a, b) => (a, b) switch { (null, _) => Stricter.B, (_, null) => Stricter.A, _ => Bounds(a, b) }, isQuantity: true);

    /// <summary>The same where both plans say something; what one leaves out the other may say by another key.</summary>
    public Rule WhereBothSay() => new(_word, (a, b) => a is null || b is null ? Stricter.Unknown : _judge(a, b), _isQuantity);

    /// <summary>Whether a list of ports holds all of another; without a list every port is meant.</summary>
    public static bool Holds(string? wider, string? narrower) => Subset(Items(narrower), Items(wider)) is Stricter.A or Stricter.Same;

    /// <summary>The earlier day is stricter.</summary>
    public static Rule Earlier(string word) => new(word, (a, b) => a is null || b is null ? Stricter.Unknown : Of(-string.CompareOrdinal(a, b)));

    /// <summary>The shorter list is stricter where the other holds all of it; without a list everything is meant.</summary>
    public static Rule Fewer(string word) => new(word, (a, b) => Subset(Items(a), Items(b)));

    /// <summary>The longer list is stricter where it holds all of the other; without a list everything is meant.</summary>
    public static Rule More(string word) => new(word, (a, b) => Subset(Items(b), Items(a)));

    private static Stricter Bounds(string? larger, string? smaller)
    {
        if (Percentage(larger) != Percentage(smaller))
            return Stricter.Unknown;
        return Compare(Bound(larger), Bound(smaller));
    }

    private static bool Percentage(string? text) => text?.EndsWith('%') == true;

    /// <summary>A quantity in billionths, or a percentage; null where the text is neither.</summary>
    private static BigInteger? Bound(string? text)
    {
        if (text is null or "none")
            return Unbounded;
        return Quantity.TryParse(text.TrimEnd('%'), out var quantity, out _) ? quantity.Nanos : null;
    }

    private static BigInteger? IndexOf(IReadOnlyList<string> order, string? value)
    {
        for (var index = 0; index < order.Count; index++)
        {
            if (order[index] == value)
                return index;
        }

        return null;
    }

    private static Stricter Compare(BigInteger? a, BigInteger? b) => a is { } left && b is { } right ? Of(left.CompareTo(right)) : Stricter.Unknown;

    private static Stricter Of(int comparison) => comparison == 0 ? Stricter.Same : comparison > 0 ? Stricter.A : Stricter.B;

    private static HashSet<string>? Items(string? list) => list is null or RuleTree.AllPorts ? null : [.. list.Split(", ")];

    private static Stricter Subset(HashSet<string>? a, HashSet<string>? b) => (a, b) switch
    {
        (null, null) => Stricter.Same,
        (null, _) => Stricter.B,
        (_, null) => Stricter.A,
        _ when a.SetEquals(b) => Stricter.Same,
        _ when a.IsSubsetOf(b) => Stricter.A,
        _ when a.IsSupersetOf(b) => Stricter.B,
        _ => Stricter.Unknown,
    };
}
