namespace Hardening.Preview;

/// <summary>
/// The one order of members everywhere: <c>apiVersion</c>, <c>kind</c>, <c>metadata</c>, <c>name</c>, <c>namespace</c>, <c>spec</c>, then ordinal.
/// Maps of the SDK have a random order per process, so that an order of our own is what makes output repeatable.
/// </summary>
internal sealed class MemberOrder : IComparer<CapturedMember>
{
    public static readonly MemberOrder Instance = new();

    public static int CompareNames(string a, string b)
    {
        var byRank = Rank(a) - Rank(b);
        return byRank != 0 ? byRank : string.CompareOrdinal(a, b);
    }

    public int Compare(CapturedMember x, CapturedMember y) => CompareNames(x.Name, y.Name);

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
