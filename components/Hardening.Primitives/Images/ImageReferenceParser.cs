using System.Diagnostics.CodeAnalysis;

namespace Hardening.Primitives;

/// <summary>Splits a reference into host, repository, tag and digest and checks each.</summary>
internal static class ImageReferenceParser
{
    public const int LongestText = 780;
    private const int LongestRepository = 255;

    // What most references use, so that reading them allocates no string for the registry.
    private static readonly string[] CommonRegistries = [ImageReference.DockerHub, "ghcr.io", "quay.io", "registry.k8s.io", "lscr.io"];

    public static bool TryParse(string? source, [NotNullWhen(true)] out ImageReference? value, out ParseError error)
    {
        value = null;
        if (string.IsNullOrEmpty(source))
        {
            error = ParseError.Whole("an image reference cannot be empty");
            return false;
        }

        if (source.Length > LongestText)
        {
            error = new ParseError(LongestText, "an image reference is at most 780 characters long");
            return false;
        }

        var text = source.AsSpan();
        var at = text.IndexOf('@');
        var named = at < 0 ? text : text[..at];
        var lastSlash = named.LastIndexOf('/');
        var colon = named[(lastSlash + 1)..].IndexOf(':');
        var nameEnd = colon < 0 ? named.Length : lastSlash + 1 + colon;
        var problem = CheckName(text[..nameEnd], out var hostEnd)
            ?? (colon < 0 ? null : ImageTagRules.CheckTag(named[(nameEnd + 1)..], nameEnd + 1))
            ?? (at < 0 ? null : ImageTagRules.CheckDigest(text[(at + 1)..], at + 1))
            ?? (at < 0 && IsIdentifier(text) ? ParseError.Whole("64 hexadecimal digits are an image's identifier, not a repository") : null);
        if (problem is { } found)
        {
            error = found;
            return false;
        }

        error = default;
        var registry = Registry(text[..Math.Max(hostEnd, 0)]);
        var path = text[(hostEnd + 1)..nameEnd];
        var official = registry == ImageReference.DockerHub && !path.Contains('/');
        if (path.Length + (official ? ImageReference.Official.Length : 0) > LongestRepository)
        {
            error = new ParseError(hostEnd + 1 + LongestRepository, "a repository is at most 255 characters long");
            return false;
        }

        value = new ImageReference(
            registry,
            official ? string.Concat(ImageReference.Official, path) : path.ToString(),
            colon < 0 ? null : named[(nameEnd + 1)..].ToString(),
            at < 0 ? null : text[(at + 1)..].ToString());
        return true;
    }

    /// <summary>Whether the text before the first slash names a host rather than part of a Docker Hub repository.</summary>
    public static bool LooksLikeHost(ReadOnlySpan<char> segment) => segment.ContainsAny('.', ':') || segment.SequenceEqual("localhost");

    public static bool IsIdentifier(ReadOnlySpan<char> text) => text.Length == 64 && ImageTagRules.IsLowerHex(text);

    /// <summary>Checks host and repository; <paramref name="hostEnd"/> is the index of the slash behind the host, or -1.</summary>
    private static ParseError? CheckName(ReadOnlySpan<char> name, out int hostEnd)
    {
        var slash = name.IndexOf('/');
        hostEnd = slash >= 0 && LooksLikeHost(name[..slash]) ? slash : -1;
        return (hostEnd < 0 ? null : ImageHostRules.Check(name[..hostEnd])) ?? CheckPath(name, hostEnd + 1);
    }

    private static ParseError? CheckPath(ReadOnlySpan<char> name, int start)
    {
        var segmentStart = start;
        for (var i = start; i <= name.Length; i++)
        {
            if (i < name.Length && name[i] != '/')
            {
                continue;
            }

            if (CheckSegment(name[segmentStart..i], segmentStart) is { } problem)
            {
                return problem;
            }

            segmentStart = i + 1;
        }

        return null;
    }

    private static ParseError? CheckSegment(ReadOnlySpan<char> segment, int start)
    {
        if (segment.IsEmpty)
        {
            return new ParseError(start, "a repository's name is missing here");
        }

        for (var i = 0; i < segment.Length;)
        {
            if (IsLowerAlphanumeric(segment[i]))
            {
                i++;
                continue;
            }

            if (char.IsAsciiLetterUpper(segment[i]))
            {
                return new ParseError(start + i, "a repository is lower case");
            }

            var separator = SeparatorLength(segment[i..]);
            if (separator == 0 || i == 0 || i + separator >= segment.Length || !IsLowerAlphanumeric(segment[i + separator]))
            {
                return ProblemAt(segment, start, i, separator);
            }

            i += separator;
        }

        return null;
    }

    private static ParseError ProblemAt(ReadOnlySpan<char> segment, int start, int i, int separator)
    {
        if (separator > 0 && i + separator < segment.Length && char.IsAsciiLetterUpper(segment[i + separator]))
        {
            return new ParseError(start + i + separator, "a repository is lower case");
        }

        return new ParseError(start + i, separator == 0
            ? "a repository has only a-z, 0-9 and between them one dot, one or two underscores, or hyphens"
            : "a dot, underscore or hyphen stands between letters or digits: one dot, one or two underscores, any hyphens");
    }

    private static int SeparatorLength(ReadOnlySpan<char> text) => text[0] switch
    {
        '.' => 1,
        '_' => text.Length > 1 && text[1] == '_' ? 2 : 1,
        '-' => text.IndexOfAnyExcept('-') is var end and >= 0 ? end : text.Length,
        _ => 0,
    };

    private static string Registry(ReadOnlySpan<char> host)
    {
        if (host.IsEmpty || host.SequenceEqual("index.docker.io") || host.SequenceEqual("registry-1.docker.io"))
        {
            return ImageReference.DockerHub;
        }

        foreach (var common in CommonRegistries)
        {
            if (host.SequenceEqual(common))
            {
                return common;
            }
        }

        return host.ToString();
    }

    private static bool IsLowerAlphanumeric(char c) => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c);
}
