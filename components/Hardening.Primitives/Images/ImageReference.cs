using System.Diagnostics.CodeAnalysis;

namespace Hardening.Primitives;

/// <summary>
/// A container image's reference, read by the grammar of <c>distribution/reference</c> and normalised as Docker does: <c>nginx</c> is
/// <c>docker.io/library/nginx:latest</c>. Two references are equal when they name the same thing.
/// </summary>
/// <remarks>
/// <c>index.docker.io</c> and <c>registry-1.docker.io</c> are <c>docker.io</c>. A repository is lower case; an upper-case first segment counts as
/// a host only when it has a dot or a port. Refused as well: a bare identifier of 64 hexadecimal digits, and texts longer than
/// 780 characters, which no host, repository, tag and digest of legal length make.
/// </remarks>
public sealed class ImageReference : IEquatable<ImageReference>
{
    /// <summary>Docker Hub's host, where references without a host lead.</summary>
    public const string DockerHub = "docker.io";

    /// <summary>The tag of a reference that has neither tag nor digest.</summary>
    public const string DefaultTag = "latest";

    internal const string Official = "library/";

    internal ImageReference(string registry, string repository, string? tag, string? digest)
    {
        Registry = registry;
        Repository = repository;
        Tag = tag;
        Digest = digest;
    }

    /// <summary>The registry, with its port when one is written: <c>docker.io</c>, <c>registry.local:5000</c>.</summary>
    public string Registry { get; }

    /// <summary>The repository in its registry: <c>library/nginx</c>.</summary>
    public string Repository { get; }

    /// <summary>The tag as written; <see langword="null"/> without one.</summary>
    public string? Tag { get; }

    /// <summary>The digest with its algorithm, <c>sha256:…</c>; <see langword="null"/> without one. With a tag beside it the digest decides.</summary>
    public string? Digest { get; }

    /// <summary>The tag that is pulled: <see cref="Tag"/>, else <c>latest</c>, or <see langword="null"/> when only a digest is written.</summary>
    public string? EffectiveTag => Tag ?? (Digest is null ? DefaultTag : null);

    /// <summary>Registry and repository: <c>docker.io/library/nginx</c>.</summary>
    public string Name => $"{Registry}/{Repository}";

    /// <summary>Reads a reference.</summary>
    /// <param name="text">The text, for example <c>ghcr.io/fluxcd/source-controller:v1.7.0</c>.</param>
    /// <param name="value">The reference, when it could be read.</param>
    /// <param name="error">Where and why it could not.</param>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out ImageReference? value, out ParseError error) =>
        ImageReferenceParser.TryParse(text, out value, out error);

    /// <summary>Reads a reference.</summary>
    /// <param name="text">The text, for example <c>ghcr.io/fluxcd/source-controller:v1.7.0</c>.</param>
    /// <exception cref="FormatException">The text is none; the message says where and why.</exception>
    public static ImageReference Parse(string text) => TryParse(text, out var value, out var error) ? value : throw error.ToException();

    /// <summary>The canonical text, with registry and tag: <c>docker.io/library/nginx:latest</c>.</summary>
    public override string ToString() => Name + Suffix(EffectiveTag);

    /// <summary>The shortest text that reads as the same reference: <c>nginx</c>, <c>grafana/grafana:12.1.0</c>, <c>ghcr.io/fluxcd/flux-cli</c>.</summary>
    public string ToFamiliarString() => FamiliarName() + Suffix(Tag);

    /// <inheritdoc/>
    public bool Equals(ImageReference? other) => other is not null && Registry == other.Registry && Repository == other.Repository
        && EffectiveTag == other.EffectiveTag && Digest == other.Digest;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ImageReference);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Registry, Repository, EffectiveTag, Digest);

    private string Suffix(string? tag) => (tag is null ? string.Empty : ":" + tag) + (Digest is null ? string.Empty : "@" + Digest);

    private string FamiliarName()
    {
        if (Registry != DockerHub)
        {
            return Name;
        }

        var slash = Repository.IndexOf('/', StringComparison.Ordinal);
        if (Repository.StartsWith(Official, StringComparison.Ordinal) && Repository.IndexOf('/', Official.Length) < 0)
        {
            return IsShortenable(Repository.AsSpan(Official.Length)) ? Repository[Official.Length..] : Name;
        }

        return slash < 0 || ImageReferenceParser.LooksLikeHost(Repository.AsSpan(0, slash)) ? Name : Repository;
    }

    private bool IsShortenable(ReadOnlySpan<char> repository) =>
        Tag is not null || Digest is not null || !ImageReferenceParser.IsIdentifier(repository);
}
