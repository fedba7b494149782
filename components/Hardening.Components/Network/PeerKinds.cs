namespace Hardening.Components;

/// <summary>Tells which kind of peer a rule names; a rule names exactly one.</summary>
internal static class PeerKinds
{
    /// <summary>The members that are set, in the order given.</summary>
    public static List<(TKind Kind, string Member)> Present<TKind>(params ReadOnlySpan<(TKind Kind, string Member, bool IsSet)> members)
        where TKind : struct
    {
        var set = new List<(TKind, string)>(1);
        foreach (var (kind, member, isSet) in members)
        {
            if (isSet)
            {
                set.Add((kind, member));
            }
        }

        return set;
    }

    /// <summary>The one kind; null where there is none or more than one, which is reported.</summary>
    public static TKind? Single<TKind>(List<(TKind Kind, string Member)> set, string known, Direction direction, ProblemList problems)
        where TKind : struct
    {
        if (set.Count == 1)
        {
            return set[0].Kind;
        }

        if (set.Count == 0)
        {
            problems.Add(string.Empty, null, $"names no {direction.Peer}, which Cilium would read as any", $"set exactly one of {known}");
        }
        else
        {
            var members = string.Join(" and ", set.Select(one => one.Member));
            problems.Add(
                string.Empty,
                null,
                $"names several {direction.Peers}: {members}; Cilium refuses two kinds of peer in one rule",
                "write one rule for each");
        }

        return null;
    }
}
