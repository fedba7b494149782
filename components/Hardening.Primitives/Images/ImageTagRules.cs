using System.Buffers;

namespace Hardening.Primitives;

/// <summary>The grammar of tags and digests.</summary>
internal static class ImageTagRules
{
    private const int LongestTag = 128;

    private static readonly SearchValues<char> TagCharacters =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_.-");

    private static readonly SearchValues<char> LowerHex = SearchValues.Create("0123456789abcdef");

    public static bool IsLowerHex(ReadOnlySpan<char> text) => !text.ContainsAnyExcept(LowerHex);

    public static ParseError? CheckTag(ReadOnlySpan<char> tag, int start)
    {
        if (tag.IsEmpty)
        {
            return new ParseError(start, "a tag is missing after the colon");
        }

        if (tag[0] is '.' or '-')
        {
            return new ParseError(start, "a tag starts with a letter, digit or underscore");
        }

        var bad = tag.IndexOfAnyExcept(TagCharacters);
        if (bad >= 0)
        {
            return new ParseError(start + bad, "a tag has only letters, digits, underscores, dots and hyphens");
        }

        return tag.Length > LongestTag ? new ParseError(start + LongestTag, "a tag is at most 128 characters long") : null;
    }

    public static ParseError? CheckDigest(ReadOnlySpan<char> digest, int start)
    {
        var colon = digest.IndexOf(':');
        var length = colon < 0 ? 0 : DigestLength(digest[..colon]);
        if (length == 0)
        {
            return new ParseError(start, "a digest starts with sha256:, sha384: or sha512:");
        }

        var hex = digest[(colon + 1)..];
        var bad = hex.IndexOfAnyExcept(LowerHex);
        if (bad >= 0)
        {
            return new ParseError(start + colon + 1 + bad, "a digest has only 0-9 and a-f");
        }

        return hex.Length == length
            ? null
            : new ParseError(start + colon + 1, $"a {digest[..colon]} digest has {length} hexadecimal digits, here are {hex.Length}");
    }

    private static int DigestLength(ReadOnlySpan<char> algorithm) => algorithm switch
    {
        "sha256" => 64,
        "sha384" => 96,
        "sha512" => 128,
        _ => 0,
    };
}
