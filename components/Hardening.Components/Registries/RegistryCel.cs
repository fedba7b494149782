namespace Hardening.Components;

/// <summary>The CEL text of the registry allowlist, the same for every engine.</summary>
/// <remarks>
/// Kyverno makes the rules for controllers by replacing the text <c>object.spec</c>, so every path to the pod must be written that way. The cost is bounded by the length check
/// in front of the pattern: about 10,000 units an image of the longest kind, of 1,000,000 that Kubernetes allows an expression; a usual image costs a tenth.
/// </remarks>
internal static class RegistryCel
{
    public const string StaticMessage = "an image is not from a trusted registry";

    /// <summary>Whether nothing is refused; needs the variable <c>untrusted</c>.</summary>
    public const string IsAllowed = "size(variables.untrusted) == 0";

    /// <summary>The message: which images are refused, and what is trusted.</summary>
    public const string Message =
        """'not from a trusted registry: ' + variables.untrusted.map(i, '"' + i + '"').join(', ') + '; trusted: ' + variables.trusted.join(', ')""";

    /// <summary>The variables, in the order in which they need each other.</summary>
    public static IReadOnlyList<(string Name, string Expression)> Variables(IReadOnlyList<string> trusted) =>
    [
        ("trusted", CelText.List(trusted)),
        ("images", ImageCel.Images("object.spec")),
        ("running", ImageCel.OldImages()),
        ("untrusted", ImageCel.Refused(IsTrusted("variables.trusted"))),
    ];

    /// <summary>Whether the image <c>i</c> comes from one of <paramref name="trusted"/>, a list expression.</summary>
    public static string IsTrusted(string trusted) => ImageCel.IsReference("i", ImageCel.IsBelow(trusted));
}
