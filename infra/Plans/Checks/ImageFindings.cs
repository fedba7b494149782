using System.Globalization;
using Hardening.Components;

namespace Hardening.Infra.Plans.Checks;

/// <summary>Images of the plan's own workloads that its policies refuse, whatever their mode: what enforcing would break is known before.</summary>
internal static class ImageFindings
{
    public static IEnumerable<Finding> Find(HardeningPlan plan) => plan.Namespaces.SelectMany(space => space.Images).SelectMany(pod => Find(plan, pod));

    private static IEnumerable<Finding> Find(HardeningPlan plan, ImagesPlan pod)
    {
        if (plan.Registries is { } registries)
        {
            foreach (var refused in RegistryAllowlist.RefusedImages(registries.Args, pod.Namespace, pod.Labels, pod.Images))
                yield return Of(pod, refused, Controls.RegistryAllowlist, $"trust its registry in {PlanSections.Registries}.trusted");
        }

        if (plan.Pinning is { } pinning)
        {
            foreach (var refused in ImagePinning.RefusedImages(pinning.Args, pod.Namespace, pod.Labels, pod.Images))
                yield return Of(pod, refused, Controls.ImagePinning, "name one build of it");
        }
    }

    private static Finding Of(ImagesPlan pod, RefusedImage refused, string control, string mend) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{pod.Path}[{pod.Images.ToList().IndexOf(refused.Image)}]"), $"{refused.Image} of {pod.Workload} in {pod.Namespace} is refused by {control}: it {refused.Reason}; {mend}, or write an exception below {PlanSections.Exceptions}");
}
