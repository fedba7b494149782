namespace Hardening.Components;

/// <summary>
/// Decides whether an image is pinned, exactly as the policies of <see cref="ImagePinning"/> do in the cluster: by a digest, or where that is enough by a tag that names one build: a complete
/// version (<c>1.29.3</c>), a day (<c>2025-09-07</c>), a commit (<c>sha-0a1b2c3</c>) or a build's number (<c>b6795</c>). No tag is <c>latest</c>. Whatever is doubtful is refused.
/// </summary>
public sealed class ImagePinningRules
{
    private readonly bool _digestRequired;
    private readonly string[] _twoNumbers;

    /// <summary>Makes the rules.</summary>
    /// <param name="digest">One of <see cref="ImageDigest"/>.</param>
    /// <param name="twoNumberVersions">Repositories whose complete versions have two numbers: <c>registry.k8s.io/pause</c>.</param>
    /// <exception cref="ComponentArgumentException">The arguments are refused; everything that is wrong is named.</exception>
    public ImagePinningRules(string digest = ImageDigest.Optional, IEnumerable<string>? twoNumberVersions = null)
    {
        var problems = new ProblemList();
        Choice.Check(digest, ImageDigest.All, problems, "digest");
        _digestRequired = digest == ImageDigest.Required;
        _twoNumbers = [.. (twoNumberVersions ?? []).Select((entry, index) => PinnedRepository.Read(entry, problems.At("twoNumberVersions").At(index))).OfType<string>()];
        problems.ToResult().ThrowIfInvalid(nameof(ImagePinningRules), "pinning");
    }

    /// <summary>The repositories with versions of two numbers, in canonical form: <c>docker.io/library/postgres</c>.</summary>
    public IReadOnlyList<string> TwoNumberVersions => _twoNumbers;

    /// <summary>Decides about one image.</summary>
    /// <param name="image">The image as a container states it.</param>
    public PinDecision Decide(string? image)
    {
        if (!ImageNames.TryRead(image, out var reference, out var refusal))
        {
            return PinDecision.Refused(refusal);
        }

        if (reference.Digest is not null)
        {
            return PinDecision.Pinned;
        }

        if (_digestRequired)
        {
            return PinDecision.Refused("has no digest");
        }

        return reference.Tag is not { } tag ? PinDecision.Refused("has no tag, which means latest")
            : FixedTag.IsFixed(tag, Array.IndexOf(_twoNumbers, reference.Name) >= 0) ? PinDecision.Pinned
            : PinDecision.Refused($"has the tag {tag}, which names no complete version, day, commit or build");
    }
}
