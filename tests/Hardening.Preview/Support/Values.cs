using FsCheck;
using FsCheck.Fluent;

namespace Hardening.Preview.Tests.Support;

/// <summary>Generates captured values whose texts are hostile to YAML.</summary>
public static class Values
{
    private static readonly string[] Traps =
    [
        "", " ", "yes", "No", "on", "OFF", "y", "N", "true", "False", "null", "Null", "~", "1", "0", "-1", "+1", "1e3", "1E3", "1.5", ".5", "5.", "1_000", "0o7", "07", "0x1F", "0b1",
        "1:30", "12:30:45", "2001-12-14", "2001-12-14t21:59:43.10-05:00", ".inf", "-.inf", ".nan", "NaN", "=", "<<", "-", "--", "---", "...", "- a", "? a", "a: b", "a:", ":a", "a #b", "#a",
        "&a", "*a", "!a", "!!str a", "|", ">", "%a", "@a", "`a", "'", "\"", "'a'", "\"a\"", "a'b", "{a}", "[a]", "{", "}", "a, b", "\\", "\\n", "a\\", "\t", "a\tb", "\ta", "a\t", " a", "a ",
        "a\nb", "a\nb\n", "a\nb\n\n", "\na", "\n", "\n\n", " a\nb", "a\n b", "a\n\nb", "a \nb", "a\n ", "a\n\t", "a\nb:", "a\n- b", "a\n#b", "a\r\nb", "\r", "a\u0000b", "\u0007", "\u001b[31m", "\u007f",
        "\u0085", "\u00a0", "é", "日本語", "\u2028", "\u2029", "\ufeff", "\ufeffa", "\ufffe", "😀", "a😀b\n😀", "64Mi", "500m", "10.0.0.0/8", "1.2.3.4", "ghcr.io/a/b:1@sha256:abc", "--flag=x", "/path", "0", "00", "1__2",
        "infinity", "Inf", "0.0.0.0/0", "8080", "1.20", "v1.2", "app.kubernetes.io/name", "a  b", "5d", "1h30m", "12e03", "-0", "-2E+05", "0x", "1,000", "a\\u0041", "!!binary", "key: [a]", "*.example.com", "a\n---\nb", "a\n...\n",
    ];

    public static Gen<string> Text => Gen.OneOf(
        Gen.Elements(Traps),
        ArbMap.Default.GeneratorFor<NonNull<string>>().Select(text => WellFormed(text.Get)),
        Gen.ListOf(Gen.Elements(" ", "\n", "a", "-", ":", "#", "'", "\"", "\t", "1", ".", "é", "😀", "\\", "{", "\r", "e")).Select(parts => string.Concat(parts)));

    public static Gen<CapturedValue> Value(int depth) => depth == 0 ? Leaf : Gen.Frequency(
        (3, Leaf),
        (1, Gen.ListOf(Value(depth - 1)).Select(items => CapturedValue.FromItems([.. items.Take(4)]))),
        (2, Map(depth)));

    public static Gen<CapturedValue> Map(int depth) => Gen.ListOf(Gen.Zip(Text, Value(depth - 1))).Select(pairs => CapturedValue.FromMembers(
        [.. pairs.Where(pair => pair.Item1.Length < 500).DistinctBy(pair => pair.Item1).Take(5).Select(pair => new CapturedMember(pair.Item1, pair.Item2))]));

    private static Gen<CapturedValue> Leaf => Gen.OneOf(
        Text.Select(CapturedValue.FromText),
        Text.Select(CapturedValue.FromText),
        ArbMap.Default.GeneratorFor<NormalFloat>().Select(number => CapturedValue.FromNumber(number.Get)),
        Gen.Elements(0d, -1d, 1e300, 1e21, 1.5e-7, 123456789012345678d, 0.1).Select(CapturedValue.FromNumber),
        Gen.Elements(CapturedValue.True, CapturedValue.False, CapturedValue.Null, CapturedValue.FromItems(), CapturedValue.FromMembers()));

    /// <summary>UTF-8 cannot hold half of a surrogate pair, nor can any file.</summary>
    private static string WellFormed(string text) => System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(text));
}
