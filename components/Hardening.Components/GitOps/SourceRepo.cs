namespace Hardening.Components;

/// <summary>The address of a repository in a project, or a pattern of them, taken apart.</summary>
/// <param name="Scheme">How it is reached: https, http, ssh, oci; empty for a Helm registry that is written without one.</param>
/// <param name="Host">Host name, without a port; wildcards as written.</param>
/// <param name="Path">What follows the host, parted at slashes.</param>
internal sealed record SourceRepo(string Scheme, string Host, IReadOnlyList<string> Path)
{
    private const string SchemeMark = "://";

    /// <summary>Has <c>v3</c> before the account.</summary>
    private const string AzureOverSsh = "ssh.dev.azure.com";

    /// <summary>What an address is written with besides letters and digits; Argo CD escapes the rest, and a star with it.</summary>
    private const string Plain = "-._~!$&'()*+,;=:@/%?#";

    private static readonly string[] Schemes = ["https", "http", "ssh", "oci"];

    /// <summary>Hosts at which everybody can have a repository.</summary>
    private static readonly string[] SharedHosts =
    [
        "github.com", "gitlab.com", "bitbucket.org", "codeberg.org", "dev.azure.com", "gist.github.com", "ghcr.io", "quay.io", "docker.io", "registry-1.docker.io", "index.docker.io",
        "public.ecr.aws", "www.github.com", "ssh.github.com", "raw.githubusercontent.com", "altssh.gitlab.com", "registry.gitlab.com", "altssh.bitbucket.org", AzureOverSsh,
    ];

    /// <summary>Whether somebody else may own what the pattern reaches: any host, or any account of a host that everybody can have one at.</summary>
    public bool IsAnybodys =>
        GlobPattern.IsPattern(Host) || (SharedHosts.Contains(Host, StringComparer.Ordinal) && (Path.Count < PartsOfAccount || Path.Take(PartsOfAccount).Any(GlobPattern.IsPattern)));

    private int PartsOfAccount => Host == AzureOverSsh ? 2 : 1;

    /// <summary>What Argo CD compares: lower case, without <c>.git</c>.</summary>
    public static string Normalize(string text)
    {
        var lower = text.Trim().ToLowerInvariant();
        return lower.EndsWith(".git", StringComparison.Ordinal) ? lower[..^4] : lower;
    }

    /// <summary>Whether an address carries a user name or a password, which belong into Argo CD's repository secrets and into no message.</summary>
    public static bool HasCredentials(string text)
    {
        var mark = text.IndexOf(SchemeMark, StringComparison.Ordinal);
        if (mark < 0)
        {
            return false;
        }

        var authority = text[(mark + SchemeMark.Length)..].Split('/')[0];
        var at = authority.LastIndexOf('@');
        return at >= 0 && (!text.StartsWith("ssh:", StringComparison.OrdinalIgnoreCase) || authority[..at].Contains(':', StringComparison.Ordinal));
    }

    /// <summary>
    /// Whether Argo CD reads an address, or a pattern, as what it is. One that Go's <c>net/url</c> refuses is empty text to it, and every other that it refuses as well is the same
    /// repository; letters beyond ASCII make a wildcard match nothing.
    /// </summary>
    public static bool IsRead(string text)
    {
        var normalized = Normalize(text);
        var mark = normalized.IndexOf(SchemeMark, StringComparison.Ordinal);
        var authority = (mark < 0 ? normalized : normalized[(mark + SchemeMark.Length)..]).Split('/')[0];
        var at = authority.LastIndexOf('@');
        var colon = authority.IndexOf(':', at + 1);
        return (mark < 0 ? IsReadWithoutScheme(normalized, authority, at, colon) : colon < 0 || authority.AsSpan(colon + 1).IndexOfAnyExceptInRange('0', '9') < 0)
            && authority.Take(at).All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.' or '_' or '~' or '+')
            && EscapesAreWhole(normalized)
            && (!GlobPattern.IsPattern(normalized) || normalized.All(c => char.IsAsciiLetterOrDigit(c) || Plain.Contains(c, StringComparison.Ordinal)));
    }

    /// <summary><c>git@host:path</c> is SSH while it has one <c>@</c>; otherwise what stands before a colon has to look like the scheme of a URL.</summary>
    private static bool IsReadWithoutScheme(string text, string first, int at, int colon) =>
        at > 0
            ? text.LastIndexOf('@') == at && first.AsSpan(0, at).IndexOf(':') < 0
            : colon < 0 || (char.IsAsciiLetter(first[0]) && first[..colon].All(c => char.IsAsciiLetterOrDigit(c) || c is '+' or '-' or '.'));

    private static bool EscapesAreWhole(string text)
    {
        for (var i = text.IndexOf('%', StringComparison.Ordinal); i >= 0; i = text.IndexOf('%', i + 1))
        {
            if (i + 2 >= text.Length || !char.IsAsciiHexDigit(text[i + 1]) || !char.IsAsciiHexDigit(text[i + 2]))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Takes an address apart; null where it is none that Argo CD fetches from.</summary>
    public static SourceRepo? Parse(string text)
    {
        var normalized = Normalize(text);
        var mark = normalized.IndexOf(SchemeMark, StringComparison.Ordinal);
        var scheme = mark < 0 ? string.Empty : normalized[..mark];
        if (normalized.Any(c => char.IsWhiteSpace(c) || char.IsControl(c) || c is '"' or '\'' or ',' or '<' or '>') || (mark >= 0 && !Schemes.Contains(scheme, StringComparer.Ordinal)))
        {
            return null;
        }

        var rest = mark < 0 ? normalized : normalized[(mark + SchemeMark.Length)..];
        if (mark < 0 && rest.IndexOf('@', StringComparison.Ordinal) is > 0 and var user)
        {
            // git@host:owner/name is SSH, and the colon parts host and path.
            var colon = rest.IndexOf(':', user);
            if (colon < 0)
            {
                return null;
            }

            (scheme, rest) = ("ssh", string.Concat(rest.AsSpan(user + 1, colon - user - 1), "/", rest.AsSpan(colon + 1)));
        }

        var parts = rest.Split('/');
        var host = parts[0][(parts[0].IndexOf('@', StringComparison.Ordinal) + 1)..].Split(':')[0];
        return host.Length == 0 || (scheme.Length == 0 && (parts.Length < 2 || !host.AsSpan().ContainsAny('.', '*'))) || !host.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_' or '*' or '?')
            ? null
            : new SourceRepo(scheme, host, parts[1..]);
    }
}
