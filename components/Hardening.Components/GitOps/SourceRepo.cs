namespace Hardening.Components;

/// <summary>The address of a repository in a project, or a pattern of them, taken apart.</summary>
/// <param name="Scheme">How it is reached: https, http, ssh, oci; empty for a Helm registry that is written without one.</param>
/// <param name="Host">Host name, without a port; wildcards as written.</param>
/// <param name="Path">What follows the host, parted at slashes.</param>
internal sealed record SourceRepo(string Scheme, string Host, IReadOnlyList<string> Path)
{
    private const string SchemeMark = "://";
    private static readonly string[] Schemes = ["https", "http", "ssh", "oci"];

    /// <summary>Hosts at which everybody can have a repository.</summary>
    private static readonly string[] SharedHosts =
    [
        "github.com", "gitlab.com", "bitbucket.org", "codeberg.org", "dev.azure.com", "gist.github.com", "ghcr.io", "quay.io", "docker.io", "registry-1.docker.io", "index.docker.io",
        "public.ecr.aws",
    ];

    /// <summary>Whether somebody else may own what the pattern reaches: any host, or any account of a host that everybody can have one at.</summary>
    public bool IsAnybodys => GlobPattern.IsPattern(Host) || (SharedHosts.Contains(Host, StringComparer.Ordinal) && (Path.Count == 0 || GlobPattern.IsPattern(Path[0])));

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
