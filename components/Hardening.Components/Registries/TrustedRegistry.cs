using Hardening.Primitives;

namespace Hardening.Components;

/// <summary>One entry of a list of trusted registries, read: a registry, or a part of one below a path.</summary>
/// <param name="Prefix">The registry and the path without a slash at the end: <c>docker.io</c>, <c>ghcr.io/fluxcd</c>.</param>
internal sealed record TrustedRegistry(string Prefix)
{
    private const string Example = "write a registry as docker.io, or a part of one as ghcr.io/fluxcd";

    public bool Covers(string name) => name.Length == Prefix.Length ? name == Prefix : name.StartsWith(Prefix + "/", StringComparison.Ordinal);

    /// <summary>Reads an entry; what is wrong with it goes to <paramref name="problems"/>.</summary>
    public static TrustedRegistry? Read(string? entry, ProblemList problems, string path)
    {
        if (string.IsNullOrWhiteSpace(entry))
        {
            problems.Add(path, entry, "a registry is missing here", Example);
            return null;
        }

        if (Refuse(entry) is var (message, fix))
        {
            problems.Add(path, entry, message, fix);
            return null;
        }

        // Any image below the entry has to be a reference; its host and repository are then the entry, normalised.
        if (!ImageReference.TryParse(entry + "/x", out var below, out var error))
        {
            problems.Add(path, entry, $"is no registry: {error}", Example);
            return null;
        }

        return new TrustedRegistry(entry.Contains('/', StringComparison.Ordinal) ? below.Name[..^2] : below.Registry);
    }

    private static (string Message, string Fix)? Refuse(string entry)
    {
        var scheme = entry.IndexOf("://", StringComparison.Ordinal);
        if (scheme >= 0)
        {
            return ("a registry has no scheme", $"write {entry[(scheme + 3)..].TrimEnd('/')}");
        }

        if (entry.Contains('*', StringComparison.Ordinal))
        {
            return ("a registry has no wildcard: an entry stands for everything below it", $"write {entry.Replace("*", string.Empty, StringComparison.Ordinal).TrimEnd('/')}");
        }

        if (entry.EndsWith('/'))
        {
            return ("a registry has no slash at its end: an entry stands for everything below it", $"write {entry.TrimEnd('/')}");
        }

        if (entry.Contains('@', StringComparison.Ordinal) || entry.IndexOf(':', entry.IndexOf('/', StringComparison.Ordinal) + 1) > entry.IndexOf('/', StringComparison.Ordinal)
            && entry.Contains('/', StringComparison.Ordinal))
        {
            return ("a registry has no tag or digest", Example);
        }

        if (entry.Any(char.IsAsciiLetterUpper))
        {
            return ("a registry is lower case", $"write {entry.ToLowerInvariant()}");
        }

        var host = entry.Split('/')[0];
        return host == "localhost" || host.Contains('.', StringComparison.Ordinal) || host.Contains(':', StringComparison.Ordinal)
            ? null
            : ($"names no registry: \"{host}\" has no dot and no port", $"write {ImageReference.DockerHub}/{entry} if Docker Hub is meant, else the registry's host in front");
    }
}
