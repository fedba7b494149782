namespace Crdgen.Diff.Comparing;

/// <summary>Formats. The API server enforces some and ignores the others (<c>apiextensions-apiserver</c>, supported formats).</summary>
internal static class FormatComparison
{
    private static readonly HashSet<string> Enforced = new(
        ("bsonobjectid uri email hostname ipv4 ipv6 cidr mac uuid uuid3 uuid4 uuid5 isbn isbn10 isbn13 creditcard ssn hexcolor rgbcolor byte date "
            + "duration datetime k8sshortname k8slongname").Split(' '),
        StringComparer.Ordinal);

    public static LocalChange? Of(string? old, string? @new) => old == @new ? null : (IsEnforced(old), IsEnforced(@new)) switch
    {
        (false, true) => LocalChange.Tightened("format", old, @new),
        (true, false) => LocalChange.Loosened("format", old, @new),
        (true, true) => LocalChange.Changed("format", old, @new, Impact.May),
        _ => LocalChange.Changed("format", old, @new, Impact.None),
    };

    private static bool IsEnforced(string? format) => format is not null && Enforced.Contains(format.Replace("-", "", StringComparison.Ordinal));
}
