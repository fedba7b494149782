namespace Hardening.Preview;

/// <summary>
/// One captured input value, a tree: what an engine would be sent, with the secret and unknown marks at the depth where they are.
/// A secret keeps its value, so that checks can read it; nothing of this library prints one.
/// </summary>
public sealed class CapturedValue
{
    /// <summary>The null value.</summary>
    public static readonly CapturedValue Null = new(CapturedKind.Null, null, 0, isSecret: false);

    /// <summary>The value <c>true</c>.</summary>
    public static readonly CapturedValue True = new(CapturedKind.Boolean, null, 1, isSecret: false);

    /// <summary>The value <c>false</c>.</summary>
    public static readonly CapturedValue False = new(CapturedKind.Boolean, null, 0, isSecret: false);

    /// <summary>A value not known before the deployment.</summary>
    public static readonly CapturedValue Unknown = new(CapturedKind.Unknown, null, 0, isSecret: false);

    private object? _payload;
    private double _number;
    private bool _isOwn;

    private CapturedValue(CapturedKind kind, object? payload, double number, bool isSecret)
    {
        Kind = kind;
        _payload = payload;
        _number = number;
        IsSecret = isSecret;
    }

    /// <summary>What this value holds.</summary>
    public CapturedKind Kind { get; private set; }

    /// <summary>Whether the program marked this very value as secret; values inside a secret list or object are secret with it.</summary>
    public bool IsSecret { get; private set; }

    /// <summary>Whether the value is not known before the deployment.</summary>
    public bool IsUnknown => Kind == CapturedKind.Unknown;

    /// <summary>The string of a <see cref="CapturedKind.Text"/>, otherwise null.</summary>
    public string? Text => Kind == CapturedKind.Text ? (string)_payload! : null;

    /// <summary>The number of a <see cref="CapturedKind.Number"/>, otherwise 0.</summary>
    public double Number => Kind == CapturedKind.Number ? _number : 0;

    /// <summary>The truth value of a <see cref="CapturedKind.Boolean"/>, otherwise false.</summary>
    public bool Boolean => Kind == CapturedKind.Boolean && _number != 0;

    /// <summary>The items of a <see cref="CapturedKind.List"/>, otherwise empty.</summary>
    public IReadOnlyList<CapturedValue> Items => Kind == CapturedKind.List ? (CapturedValue[])_payload! : [];

    /// <summary>The members of a <see cref="CapturedKind.Map"/> in their one order, otherwise empty.</summary>
    public IReadOnlyList<CapturedMember> Members => Kind == CapturedKind.Map ? (CapturedMember[])_payload! : [];

    internal ReadOnlySpan<CapturedValue> ItemSpan => Kind == CapturedKind.List ? (CapturedValue[])_payload! : [];

    internal ReadOnlySpan<CapturedMember> MemberSpan => Kind == CapturedKind.Map ? (CapturedMember[])_payload! : [];

    /// <summary>Makes a string value.</summary>
    public static CapturedValue FromText(string text) => new(CapturedKind.Text, text, 0, isSecret: false);

    /// <summary>Makes a number; negative zero is zero.</summary>
    public static CapturedValue FromNumber(double number) => new(CapturedKind.Number, null, number == 0 ? 0 : number, isSecret: false);

    /// <summary>Makes a truth value.</summary>
    public static CapturedValue FromBoolean(bool value) => value ? True : False;

    /// <summary>Makes a list.</summary>
    public static CapturedValue FromItems(params CapturedValue[] items) => new(CapturedKind.List, items, 0, isSecret: false);

    /// <summary>Makes an object; the members are put in their one order.</summary>
    public static CapturedValue FromMembers(params CapturedMember[] members)
    {
        ArgumentNullException.ThrowIfNull(members);
        MemberOrder.Sort(members);
        return new(CapturedKind.Map, members, 0, isSecret: false);
    }

    /// <summary>Reads JSON. Of a member given twice the last counts.</summary>
    /// <param name="json">One JSON value, nested at most 400 deep.</param>
    /// <exception cref="System.Text.Json.JsonException">The text is no JSON, or is nested deeper.</exception>
    public static CapturedValue FromJson(string json) => TreeValues.FromJson(json);

    /// <summary>
    /// Reads a tree of dictionaries (keys of any type, written as texts), lists, strings, truth values, numbers, nulls, <c>JsonElement</c>s and
    /// captured values, as YAML and JSON readers give it.
    /// </summary>
    /// <param name="tree">The tree, nested at most 400 deep.</param>
    /// <exception cref="ArgumentException">The tree holds something else, or is nested deeper.</exception>
    public static CapturedValue FromTree(object? tree) => TreeValues.Read(tree, 0);

    /// <summary>The member of that name, or null.</summary>
    public CapturedValue? this[string name]
    {
        get
        {
            foreach (ref readonly var member in MemberSpan)
            {
                if (string.Equals(member.Name, name, StringComparison.Ordinal))
                {
                    return member.Value;
                }
            }

            return null;
        }
    }

    /// <summary>Whether this value or one inside it is secret.</summary>
    public bool ContainsSecret() => Contains(static value => value.IsSecret);

    /// <summary>Whether this value or one inside it is unknown.</summary>
    public bool ContainsUnknown() => Contains(static value => value.IsUnknown);

    /// <summary>The same value, marked secret.</summary>
    public CapturedValue AsSecret() => IsSecret ? this : new(Kind, _payload, _number, isSecret: true);

    /// <summary>A shape without any value, such as <c>object(3)</c>: safe to print.</summary>
    public override string ToString() => Kind switch
    {
        CapturedKind.List => $"list({Items.Count})",
        CapturedKind.Map => $"object({Members.Count})",
        _ => IsSecret ? "[secret]" : IsUnknown ? "[unknown]" : Kind.ToString(),
    };

    /// <summary>An object whose members are in order already.</summary>
    internal static CapturedValue FromOrderedMembers(CapturedMember[] members) => new(CapturedKind.Map, members, 0, isSecret: false);

    /// <summary>A value of its own that is unknown until <see cref="Become"/> fills it.</summary>
    internal static CapturedValue Pending() => new(CapturedKind.Unknown, null, 0, isSecret: false) { _isOwn = true };

    internal void Become(CapturedValue value)
    {
        _payload = value._payload;
        _number = value._number;
        IsSecret |= value.IsSecret;
        Kind = value.Kind;
    }

    /// <summary>Marks a value of the walk: in place where it is pending and others hold it, otherwise by a marked copy.</summary>
    internal CapturedValue MarkSecret()
    {
        if (!_isOwn)
        {
            return AsSecret();
        }

        IsSecret = true;
        return this;
    }

    /// <summary>Removes members that turned out to be null, as the wire does.</summary>
    internal void DropNulls()
    {
        if (Kind == CapturedKind.Map)
        {
            var members = (CapturedMember[])_payload!;
            foreach (ref readonly var member in members.AsSpan())
            {
                member.Value.DropNulls();
            }

            if (Array.Exists(members, static member => member.Value.Kind == CapturedKind.Null))
            {
                _payload = Array.FindAll(members, static member => member.Value.Kind != CapturedKind.Null);
            }
        }

        foreach (var item in ItemSpan)
        {
            item.DropNulls();
        }
    }

    private bool Contains(Func<CapturedValue, bool> test)
    {
        if (test(this))
        {
            return true;
        }

        foreach (var item in ItemSpan)
        {
            if (item.Contains(test))
            {
                return true;
            }
        }

        foreach (ref readonly var member in MemberSpan)
        {
            if (member.Value.Contains(test))
            {
                return true;
            }
        }

        return false;
    }
}
