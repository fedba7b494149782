namespace Hardening.Preview.Schemas;

/// <summary>
/// Finds items that repeat where none may: as a whole, or by the members that tell them apart. A member that is absent counts with its default,
/// and without one like any other absent member (apiextensions-apiserver: list sets and maps). What is unknown repeats nothing.
/// </summary>
internal sealed class RepeatedItems : IEqualityComparer<int>
{
    // Fewer items are compared with each other, which needs no memory.
    private const int Few = 24;

    private readonly CapturedValue _list;
    private readonly string[] _keys;
    private readonly SchemaKeywords? _item;

    private RepeatedItems(CapturedValue list, SchemaKeywords keywords)
    {
        _list = list;
        _keys = keywords.ListType == "map" && !keywords.UniqueItems ? keywords.ListMapKeys : [];
        _item = keywords.Items?.Keywords;
    }

    public static void Check(CapturedValue list, SchemaKeywords keywords, Violations found)
    {
        if (list.ItemSpan.Length > 1 && (keywords.ListType != "map" || keywords.UniqueItems || keywords.ListMapKeys.Length > 0))
        {
            new RepeatedItems(list, keywords).Check(found);
        }
    }

    bool IEqualityComparer<int>.Equals(int x, int y) => Same(x, y);

    int IEqualityComparer<int>.GetHashCode(int obj)
    {
        if (_keys.Length == 0)
        {
            return CapturedEquality.Hash(_list.ItemSpan[obj]);
        }

        var hash = new HashCode();
        foreach (var key in _keys)
        {
            hash.Add(Key(obj, key) is { } value ? CapturedEquality.Hash(value) : 0);
        }

        return hash.ToHashCode();
    }

    private void Check(Violations found)
    {
        var count = _list.ItemSpan.Length;
        var firsts = count > Few ? new Dictionary<int, int>(count, this) : null;
        for (var i = 0; i < count; i++)
        {
            if (_keys.Length > 0 && _list.ItemSpan[i].Kind != CapturedKind.Map)
            {
                continue;
            }

            var first = firsts is null ? FirstBefore(i) : firsts.GetValueOrDefault(i, -1);
            if (first >= 0)
            {
                Report(first, i, found);
            }

            firsts?.TryAdd(i, i);
        }
    }

    private int FirstBefore(int item)
    {
        for (var i = 0; i < item; i++)
        {
            if (Same(i, item))
            {
                return i;
            }
        }

        return -1;
    }

    private bool Same(int a, int b)
    {
        var (left, right) = (_list.ItemSpan[a], _list.ItemSpan[b]);
        if (_keys.Length == 0)
        {
            return CapturedEquality.Same(left, right);
        }

        if (left.Kind != CapturedKind.Map || right.Kind != CapturedKind.Map)
        {
            return false;
        }

        foreach (var key in _keys)
        {
            var (one, other) = (Key(a, key), Key(b, key));
            if (one is null || other is null ? !ReferenceEquals(one, other) : !CapturedEquality.Same(one, other))
            {
                return false;
            }
        }

        return true;
    }

    private CapturedValue? Key(int item, string key)
        => _list.ItemSpan[item][key] ?? (_item?.Properties is { } properties && properties.TryGetValue(key, out var property) ? property.Keywords.Default : null);

    private void Report(int first, int second, Violations found)
    {
        if (!found.Records())
        {
            return;
        }

        if (_keys.Length == 0)
        {
            found.Add(FindingIds.SchemaUnique, FormattableString.Invariant($"items {first} and {second} are the same, and each may occur once"), "remove one of them");
            return;
        }

        var item = _list.ItemSpan[second];
        var keys = string.Join(" and ", _keys.Select(key => key + (Key(second, key) is { } value ? found.Got(item.IsSecret ? value.AsSecret() : value) : " (absent)")));
        found.Add(FindingIds.SchemaUnique, FormattableString.Invariant($"items {first} and {second} have the same {keys}, which tells the items apart"), "change one of them or remove it");
    }
}
