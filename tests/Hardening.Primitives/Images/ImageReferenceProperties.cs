using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace Hardening.Primitives.Tests.Images;

public sealed partial class ImageReferenceProperties
{
    [Property(MaxTest = 2000)]
    public Property Both_texts_of_a_reference_read_as_the_same_reference() => Prop.ForAll(Pieces(), text =>
        !ImageReference.TryParse(text, out var image, out _)
        || (ImageReference.Parse(image.ToString()).Equals(image)
            && ImageReference.Parse(image.ToFamiliarString()).Equals(image)
            && ImageReference.Parse(image.ToString()).GetHashCode() == image.GetHashCode()));

    [Property(MaxTest = 5000)]
    public Property What_is_accepted_is_what_the_distribution_grammar_accepts() => Prop.ForAll(Pieces(), text =>
        ImageReference.TryParse(text, out _, out _) == (Grammar().IsMatch(text) && !Identifier().IsMatch(text) && HostIsAHost(text)));

    [Property(MaxTest = 3000)]
    public bool No_text_fails_other_than_by_being_refused_with_a_place_in_it(string? text) =>
        ImageReference.TryParse(text, out _, out var error) || (error.Message.Length > 0 && error.Position <= (text?.Length ?? 0));

    // A first segment with a dot is a host, even where the grammar alone would also read it as part of a repository.
    private static bool HostIsAHost(string text)
    {
        var first = text.Split('/')[0];
        return !text.Contains('/', StringComparison.Ordinal) || !(first.Contains('.', StringComparison.Ordinal) || first == "localhost") || Host().IsMatch(first);
    }

    private static Arbitrary<string> Pieces() =>
        (from count in Gen.Choose(0, 12)
         from pieces in Gen.Elements("a", "b1", "nginx", "library", "docker.io", "ghcr.io", "localhost", "index.docker.io", "/", "/", ":", "@", ".", "_", "__", "-", "5000", "B", "[::1]",
             "@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef", "\n", " ").ListOf(count)
         select string.Concat(pieces)).ToArbitrary();

    [GeneratedRegex(
        """
        \A((\[[a-fA-F0-9:]+\]|[a-zA-Z0-9]([a-zA-Z0-9-]*[a-zA-Z0-9])?(\.[a-zA-Z0-9]([a-zA-Z0-9-]*[a-zA-Z0-9])?)*)(:[0-9]+)?(?<=[.:\]].*|\Alocalhost)/)?[a-z0-9]+((\.|_|__|-+)[a-z0-9]+)*(/[a-z0-9]+((\.|_|__|-+)[a-z0-9]+)*)*(:[A-Za-z0-9_][A-Za-z0-9_.-]{0,127})?(@sha256:[a-f0-9]{64})?\z
        """,
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        5000)]
    private static partial Regex Grammar();

    [GeneratedRegex(@"\A(\[[a-fA-F0-9:]+\]|[a-zA-Z0-9]([a-zA-Z0-9-]*[a-zA-Z0-9])?(\.[a-zA-Z0-9]([a-zA-Z0-9-]*[a-zA-Z0-9])?)*)(:[0-9]+)?\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Host();

    [GeneratedRegex(@"\A[a-f0-9]{64}\z", RegexOptions.CultureInvariant, 5000)]
    private static partial Regex Identifier();
}
