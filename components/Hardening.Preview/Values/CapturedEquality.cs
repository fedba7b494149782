namespace Hardening.Preview;

/// <summary>Whether two captured values are the same, marks aside.</summary>
internal static class CapturedEquality
{
    public static bool Same(CapturedValue a, CapturedValue b)
    {
        if (a.Kind != b.Kind)
        {
            return false;
        }

        switch (a.Kind)
        {
            case CapturedKind.Text:
                return string.Equals(a.Text, b.Text, StringComparison.Ordinal);
            case CapturedKind.Number:
                return a.Number.Equals(b.Number);
            case CapturedKind.Boolean:
                return a.Boolean == b.Boolean;
            case CapturedKind.List:
                return SameItems(a.ItemSpan, b.ItemSpan);
            case CapturedKind.Map:
                return SameMembers(a.MemberSpan, b.MemberSpan);
            default:
                return a.Kind == CapturedKind.Null;
        }
    }

    private static bool SameItems(ReadOnlySpan<CapturedValue> a, ReadOnlySpan<CapturedValue> b)
    {
        for (var i = 0; i < a.Length && i < b.Length; i++)
        {
            if (!Same(a[i], b[i]))
            {
                return false;
            }
        }

        return a.Length == b.Length;
    }

    private static bool SameMembers(ReadOnlySpan<CapturedMember> a, ReadOnlySpan<CapturedMember> b)
    {
        for (var i = 0; i < a.Length && i < b.Length; i++)
        {
            if (!string.Equals(a[i].Name, b[i].Name, StringComparison.Ordinal) || !Same(a[i].Value, b[i].Value))
            {
                return false;
            }
        }

        return a.Length == b.Length;
    }

    /// <summary>The same number for values that are the same.</summary>
    public static int Hash(CapturedValue value)
    {
        var hash = new HashCode();
        hash.Add(value.Kind);
        switch (value.Kind)
        {
            case CapturedKind.Text:
                hash.Add(value.Text, StringComparer.Ordinal);
                break;
            case CapturedKind.Number:
                hash.Add(value.Number);
                break;
            case CapturedKind.Boolean:
                hash.Add(value.Boolean);
                break;
        }

        foreach (var item in value.ItemSpan)
        {
            hash.Add(Hash(item));
        }

        foreach (ref readonly var member in value.MemberSpan)
        {
            hash.Add(member.Name, StringComparer.Ordinal);
            hash.Add(Hash(member.Value));
        }

        return hash.ToHashCode();
    }
}
