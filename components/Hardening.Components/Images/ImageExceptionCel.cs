using Hardening.Primitives;

namespace Hardening.Components;

/// <summary>The CEL text that recognises a workload with an exception. It never fails, whatever object it is asked about: a failing exception would refuse.</summary>
internal static class ImageExceptionCel
{
    /// <summary>The exceptions of a policy about images.</summary>
    /// <param name="exceptions">The validated arguments.</param>
    /// <param name="isAccepted">Whether the image <c>i</c> passes, given the repositories that an exception adds, in canonical form.</param>
    public static IReadOnlyList<PodPolicyException> Of(IEnumerable<ImageExceptionArgs>? exceptions, Func<IReadOnlyList<string>, string> isAccepted) =>
        [.. (exceptions ?? []).Select(exception => Of(exception, isAccepted))];

    private static PodPolicyException Of(ImageExceptionArgs exception, Func<IReadOnlyList<string>, string> isAccepted) => new(
        ImageExceptionRules.NameOf(exception),
        exception.Reason!,
        exception.Owner!,
        exception.Expires!,
        string.Join("\n&& ", Conditions(exception, isAccepted, "object").Prepend(InNamespace(exception))),
        // Kyverno asks a policy's exceptions about pods and, unlike the policy's own text, unchanged about their controllers: p is the pod, or the template in its controller.
        CelText.Lines(
            InNamespace(exception),
            "&& [has(object.spec.jobTemplate) ? object.spec.jobTemplate.spec.template : has(object.spec.template) ? object.spec.template : object]",
            $"  .exists(p, {string.Join(" && ", Conditions(exception, isAccepted, "p"))})"));

    private static string InNamespace(ImageExceptionArgs exception) =>
        $"has(object.metadata.namespace) && object.metadata.namespace == {CelText.Literal(exception.Namespace!)}";

    private static IEnumerable<string> Conditions(ImageExceptionArgs exception, Func<IReadOnlyList<string>, string> isAccepted, string pod)
    {
        var labels = LabelSelector.TryParse(exception.Selector, out var selector, out _) ? PodLabelsCel.Conditions(selector, pod).ToList() : [];
        foreach (var condition in labels)
        {
            yield return condition;
        }

        if (exception.Images is { Count: > 0 } images)
        {
            yield return CelText.Lines("(", CelText.Indent(ImageCel.Images($"{pod}.spec")), ").all(i,", CelText.Indent(isAccepted(new RegistryRules(images).Trusted)), ")");
        }
        else if (labels.Count == 0)
        {
            yield return "true";
        }
    }
}
