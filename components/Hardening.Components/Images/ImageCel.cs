namespace Hardening.Components;

/// <summary>
/// The CEL text that finds a pod's images and reads them, the same for every engine that evaluates CEL: standard CEL and Kubernetes' string functions (<c>split</c>,
/// <c>substring</c>, <c>indexOf</c>, <c>lastIndexOf</c>, <c>join</c>), no engine's own image library. A list of one element takes the place of a local variable.
/// </summary>
/// <remarks>
/// Kyverno makes the rules for controllers by replacing the text <c>object.spec</c>, so every path to the pod must be written that way. The cost is bounded by the length check
/// in front of the pattern: about 10,000 units an image of the longest kind, of 1,000,000 that Kubernetes allows an expression; a usual image costs a tenth.
/// </remarks>
internal static class ImageCel
{
    private const string Label = "[a-z0-9]([a-z0-9-]*[a-z0-9])?";
    private const string Host = $"([[][a-f0-9:]+[]]|{Label}([.]{Label})*)(:[0-9]+)?";
    private const string Component = "[a-z0-9]+(([.]|_|__|-+)[a-z0-9]+)*";
    private const string Tag = "[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}";
    private const string Digest = "(sha256:[a-f0-9]{64}|sha384:[a-f0-9]{96}|sha512:[a-f0-9]{128})";

    /// <summary>An image reference with a lower-case host; alternatives are tried on the whole text.</summary>
    public const string Reference = $"^({Host}/)?{Component}(/{Component})*(:{Tag})?(@{Digest})?$";

    /// <summary>The identifier of an image on the node, with and without its algorithm.</summary>
    public const string Identifier = $"^([a-f0-9]{{64}}|{Digest})$";

    private const int LongestImage = 780;

    /// <summary>Every image of a pod whose <c>spec</c> is <paramref name="spec"/>: all container lists and image volumes; a missing one is the empty text.</summary>
    public static string Images(string spec) => CelText.Lines(
        $"(has({spec}.containers) ? {spec}.containers.map(c, has(c.image) ? c.image : '') : [])",
        $"+ (has({spec}.initContainers) ? {spec}.initContainers.map(c, has(c.image) ? c.image : '') : [])",
        $"+ (has({spec}.ephemeralContainers) ? {spec}.ephemeralContainers.map(c, has(c.image) ? c.image : '') : [])",
        $"+ (has({spec}.volumes) ? {spec}.volumes.filter(v, has(v.image)).map(v, has(v.image.reference) ? v.image.reference : '') : [])");

    /// <summary>Every image that the pod had before the request; none when it is created. They are not judged again, so that a running pod can still be changed and removed.</summary>
    public static string OldImages() => CelText.Lines($"{CelText.IsCreation} ? [] : (", CelText.Indent(Images("oldObject.spec")), ")");

    /// <summary>
    /// Whether <paramref name="image"/> is a reference for whose normalised repository <c>n</c>, registry included and tag and digest left out, <paramref name="condition"/> holds.
    /// </summary>
    public static string IsReference(string image, string condition) => CelText.Lines(
        $"size({image}) <= {LongestImage} && {image}.matches({CelText.Literal(Reference)})",
        $"&& !{image}.matches({CelText.Literal(Identifier)})",
        $"&& [{image}.split('@')[0]]",
        "  .map(n, n.substring(0, n.lastIndexOf('/') + 1) + n.substring(n.lastIndexOf('/') + 1).split(':')[0])",
        "  .map(n, n.contains('/') && n.split('/')[0].matches('[.:]|^localhost$') ? n : 'docker.io/' + n)",
        "  .map(n, n.startsWith('index.docker.io/') || n.startsWith('registry-1.docker.io/') ? 'docker.io' + n.substring(n.indexOf('/')) : n)",
        "  .map(n, n.matches('^docker[.]io/[^/]+$') ? 'docker.io/library' + n.substring(n.indexOf('/')) : n)",
        $"  .exists(n, size(n) - n.indexOf('/') <= 256 && {condition})");

    /// <summary>Whether the repository <c>n</c> is one of <paramref name="prefixes"/>, a list expression, or lies below one.</summary>
    public static string IsBelow(string prefixes) => $"{prefixes}.exists(t, n == t || n.startsWith(t + '/'))";

    /// <summary>The images of the request for which <paramref name="isAccepted"/>, about the image <c>i</c>, does not hold; needs the variables <c>images</c> and <c>running</c>.</summary>
    public static string Refused(string isAccepted) => CelText.Lines(
        "variables.images.filter(i, !(i in variables.running) && !(",
        CelText.Indent(isAccepted),
        "))");
}
