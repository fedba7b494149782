namespace Hardening.Components;

/// <summary>The CEL text of image pinning, the same for every engine. It decides as <see cref="ImagePinningRules"/> does.</summary>
internal static class PinningCel
{
    public const string StaticMessage = "an image is not pinned";

    /// <summary>Whether nothing is refused; needs the variable <c>floating</c>.</summary>
    public const string IsAllowed = "size(variables.floating) == 0";

    /// <summary>The message: which images are refused, and what would do.</summary>
    public const string Message =
        """'not pinned: ' + variables.floating.map(i, '"' + i + '"').join(', ') + (variables.digest == 'Required' ? '; name a digest' : '; name a complete version such as 1.29.3, or a digest')""";

    /// <summary>The variables, in the order in which they need each other.</summary>
    public static IReadOnlyList<(string Name, string Expression)> Variables(string digest, IReadOnlyList<string> twoNumbers) =>
    [
        ("digest", CelText.Literal(digest)),
        ("twoNumbers", CelText.List(twoNumbers)),
        ("images", ImageCel.Images("object.spec")),
        ("running", ImageCel.OldImages()),
        ("floating", ImageCel.Refused(ImageCel.IsReference("i", IsPinned("variables.digest == 'Optional'", "variables.twoNumbers")))),
    ];

    /// <summary>Whether the image <c>i</c> is pinned or among the repositories of an exception. Conditions know no variables.</summary>
    public static string IsAccepted(string digest, IReadOnlyList<string> twoNumbers, IReadOnlyList<string> excepted) =>
        ImageCel.IsReference("i", $"({ImageCel.IsBelow(CelText.List(excepted))} || {IsPinned(digest == ImageDigest.Optional ? "true" : "false", CelText.List(twoNumbers))})");

    /// <summary>Whether the reference <c>i</c> of the repository <c>n</c> is pinned. The digest's form has been checked before.</summary>
    private static string IsPinned(string tagIsEnough, string twoNumbers) => CelText.Lines(
        $"(i.contains('@') || {tagIsEnough}",
        "    && [i.substring(i.lastIndexOf('/') + 1)]",
        "      .map(m, m.contains(':') ? m.substring(m.indexOf(':') + 1).lowerAscii() : 'latest')",
        $"      .exists(m, (m.matches({Pattern(FixedTag.Version)}) || n in {twoNumbers} && m.matches({Pattern(FixedTag.TwoNumbers)})) && !m.matches({Pattern(FixedTag.Moving)})",
        $"        || m.matches({Pattern(FixedTag.Day)})",
        "        || m.replace('_', '-').replace('.', '-').split('-')",
        $"          .exists(w, w.matches({Pattern(FixedTag.Build)}) || w.matches({Pattern(FixedTag.Hexadecimal)}) && w.matches('[0-9]'))))");

    private static string Pattern(string pattern) => CelText.Literal(pattern);
}
