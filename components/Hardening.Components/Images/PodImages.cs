using Hardening.Primitives;

namespace Hardening.Components;

/// <summary>Judges the images of a pod as the policies in the cluster do, exclusions and exceptions of the policy included.</summary>
internal static class PodImages
{
    /// <param name="excluded">The namespaces that the policy leaves alone.</param>
    /// <param name="exceptions">The policy's exceptions, validated.</param>
    /// <param name="space">The pod's namespace.</param>
    /// <param name="labels">The pod's labels.</param>
    /// <param name="images">All its images.</param>
    /// <param name="reasonToRefuse">Why the policy alone refuses an image; null where it does not.</param>
    public static IReadOnlyList<RefusedImage> Refused(
        List<string>? excluded,
        List<ImageExceptionArgs>? exceptions,
        string space,
        IReadOnlyDictionary<string, string> labels,
        IEnumerable<string> images,
        Func<string, string?> reasonToRefuse)
    {
        if (excluded?.Contains(space) == true)
        {
            return [];
        }

        var refused = images.Select(image => (Image: image, Reason: reasonToRefuse(image))).Where(item => item.Reason is not null).Select(item => new RefusedImage(item.Image, item.Reason!)).ToList();
        return refused.Count > 0 && exceptions?.Exists(exception => Excuses(exception, space, labels, refused)) == true ? [] : refused;
    }

    /// <summary>An exception is for whole pods: it excuses all of a pod's images or none.</summary>
    private static bool Excuses(ImageExceptionArgs exception, string space, IReadOnlyDictionary<string, string> labels, List<RefusedImage> refused)
    {
        if (exception.Namespace != space || (LabelSelector.TryParse(exception.Selector, out var selector, out _) && !selector.Matches(labels)))
        {
            return false;
        }

        if (exception.Images is not { Count: > 0 } images)
        {
            return true;
        }

        var rules = new RegistryRules(images);
        return refused.TrueForAll(item => rules.Decide(item.Image).IsTrusted);
    }
}
