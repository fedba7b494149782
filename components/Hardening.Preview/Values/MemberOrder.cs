namespace Hardening.Preview;

/// <summary>
/// The one order of members everywhere: <c>apiVersion</c>, <c>kind</c>, <c>metadata</c>, <c>name</c>, <c>namespace</c>, <c>spec</c>, then ordinal.
/// Maps of the SDK have a random order per process, so that an order of our own is what makes output repeatable.
/// </summary>
internal static class MemberOrder
{
    private const int Few = 32;

    /// <summary>Puts members in order. Nearly all objects have a few: those need no general sort, which would be compiled for this type in every process.</summary>
    public static void Sort(CapturedMember[] members)
    {
        if (members.Length > Few)
        {
            Array.Sort(members, static (a, b) => CompareNames(a.Name, b.Name));
            return;
        }

        for (var i = 1; i < members.Length; i++)
        {
            var member = members[i];
            var j = i;
            for (; j > 0 && CompareNames(members[j - 1].Name, member.Name) > 0; j--)
            {
                members[j] = members[j - 1];
            }

            members[j] = member;
        }
    }

    public static int CompareNames(string a, string b)
    {
        var byRank = Rank(a) - Rank(b);
        return byRank != 0 ? byRank : string.CompareOrdinal(a, b);
    }

    private static int Rank(string name) => name switch
    {
        "apiVersion" => 0,
        "kind" => 1,
        "metadata" => 2,
        "name" => 3,
        "namespace" => 4,
        "spec" => 5,
        _ => 6,
    };
}
