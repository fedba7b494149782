using System.Buffers;
using System.Globalization;

namespace Hardening.Primitives;

/// <summary>
/// The API server's rules for names and labels (<c>k8s.io/apimachinery/pkg/util/validation</c>). Each check answers why a text is refused, or
/// <see langword="null"/> when it is accepted.
/// </summary>
public static class KubernetesName
{
    private const int LongestLabel = 63;
    private const int LongestSubdomain = 253;
    private const int LongestPortName = 15;

    private static readonly SearchValues<char> LowerAlphanumerics = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789");
    private static readonly SearchValues<char> LabelCharacters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-");

    private static readonly SearchValues<char> QualifiedCharacters =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.");

    /// <summary>A DNS-1123 label, the name of a namespace or service: at most 63 of <c>a-z 0-9 -</c>, first and last no hyphen.</summary>
    /// <param name="text">The name.</param>
    public static string? CheckLabel(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return "a name cannot be empty";
        }

        return text.Length > LongestLabel ? TooLong(LongestLabel) : IsLabel(text) ? null : "a name has only a-z, 0-9 and hyphens, and starts and ends with a letter or digit";
    }

    /// <summary>A DNS-1123 subdomain, the name of most objects: at most 253 characters, labels joined by dots, which may be longer than 63 here.</summary>
    /// <param name="text">The name.</param>
    public static string? CheckSubdomain(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return "a name cannot be empty";
        }

        if (text.Length > LongestSubdomain)
        {
            return TooLong(LongestSubdomain);
        }

        foreach (var part in text.AsSpan().Split('.'))
        {
            if (!IsLabel(text.AsSpan()[part]))
            {
                return "a name has only a-z, 0-9, hyphens and dots, and each part between dots starts and ends with a letter or digit";
            }
        }

        return null;
    }

    /// <summary>A label's or annotation's key: optionally a DNS subdomain and a slash, then a qualified name.</summary>
    /// <param name="text">The key, for example <c>app.kubernetes.io/name</c>.</param>
    public static string? CheckLabelKey(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return "a key cannot be empty";
        }

        var slash = text.IndexOf('/', StringComparison.Ordinal);
        if (slash >= 0 && CheckSubdomain(text[..slash]) is not null)
        {
            return "the part of a key before the slash is a lower-case DNS name of at most 253 characters";
        }

        var name = text.AsSpan(slash + 1);
        return name.Length is > 0 and <= LongestLabel && IsQualified(name)
            ? null
            : "a key's name has 1 to 63 letters, digits, hyphens, underscores or dots, and starts and ends with a letter or digit";
    }

    /// <summary>A label's value: empty, or at most 63 letters, digits, <c>-</c>, <c>_</c> and <c>.</c>, first and last a letter or digit.</summary>
    /// <param name="text">The value.</param>
    public static string? CheckLabelValue(string? text)
    {
        if (text is null)
        {
            return "a label's value cannot be missing";
        }

        return text.Length == 0 || (text.Length <= LongestLabel && IsQualified(text))
            ? null
            : "a label's value has at most 63 letters, digits, hyphens, underscores or dots, and starts and ends with a letter or digit";
    }

    /// <summary>A qualified name such as a resource's or a condition's: the rule of label keys.</summary>
    /// <param name="text">The name.</param>
    public static string? CheckQualifiedName(string? text) => CheckLabelKey(text);

    /// <summary>A port's name (IANA service name): at most 15 of <c>a-z 0-9 -</c>, at least one letter, no hyphen first, last or twice.</summary>
    /// <param name="text">The name.</param>
    public static string? CheckPortName(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return "a port's name cannot be empty";
        }

        return text.Length <= LongestPortName && IsLabel(text) && text.AsSpan().ContainsAnyInRange('a', 'z')
            && !text.Contains("--", StringComparison.Ordinal)
            ? null
            : "a port's name has 1 to 15 of a-z, 0-9 and single hyphens, at least one letter, and starts and ends with a letter or digit";
    }

    private static string TooLong(int longest) => string.Create(CultureInfo.InvariantCulture, $"a name is at most {longest} characters long");

    private static bool IsLabel(ReadOnlySpan<char> text) => !text.IsEmpty && !text.ContainsAnyExcept(LabelCharacters)
        && LowerAlphanumerics.Contains(text[0]) && LowerAlphanumerics.Contains(text[^1]);

    private static bool IsQualified(ReadOnlySpan<char> text) => !text.ContainsAnyExcept(QualifiedCharacters)
        && char.IsAsciiLetterOrDigit(text[0]) && char.IsAsciiLetterOrDigit(text[^1]);
}
