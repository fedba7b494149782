using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using Hardening.Primitives;

namespace Hardening.Components;

/// <summary>Reads images as policies about them do; what is doubtful is not read.</summary>
internal static class ImageNames
{
    private static readonly SearchValues<char> UpperCase = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZ");

    /// <summary>Reads an image; otherwise <paramref name="refusal"/> is what is wrong with it, as the rest of a sentence.</summary>
    public static bool TryRead(string? image, [NotNullWhen(true)] out ImageReference? reference, [NotNullWhen(false)] out string? refusal)
    {
        refusal = !ImageReference.TryParse(image, out reference, out var error) ? $"is no image reference: {error}"
            : IsImageId(reference, image) ? "is the identifier of an image on the node, which says nothing of its registry"
            : reference.Registry.AsSpan().ContainsAny(UpperCase) ? "has a registry with upper-case letters: write it in lower case"
            : null;
        return refusal is null;
    }

    // The runtime reads "sha256:<digest>" as an identifier before it tries the repository "sha256".
    private static bool IsImageId(ImageReference reference, string image) => reference is { Tag: not null, Digest: null }
        && image.StartsWith("sha", StringComparison.Ordinal)
        && ImageReference.TryParse("x@" + image, out _, out _);
}
