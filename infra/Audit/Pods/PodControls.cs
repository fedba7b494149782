using Hardening.Components;
using Hardening.Infra.Plans;
using Hardening.Infra.Recorded.Workloads;

namespace Hardening.Infra.Audit.Pods;

/// <summary>The controls of the plan that judge pods when they are created, each by the rules that its policies are made of.</summary>
internal static class PodControls
{
    private const string OrException = ", or write an exception below " + PlanSections.Exceptions;

    public static IReadOnlyList<PodControl> Of(InForce inForce)
    {
        var controls = new List<PodControl>
        {
            new(NamespaceControl.PodSecurity, (space, pod) =>
                inForce.Admission.TryGetValue(space, out var admission) && admission.Level != PodSecurityLevel.Privileged ? Named(admission.RefusedByPodSecurity(pod.Spec, pod.Annotations), admission.Level) : null),
            new(NamespaceControl.LimitRange, (space, pod) => inForce.Admission.TryGetValue(space, out var admission) && admission.HasLimits ? admission.RefusedByLimits(pod.Spec) : null),
        };
        if (inForce.Registries is { } registries)
        {
            controls.Add(new(Controls.RegistryAllowlist, (space, pod) => IsExcluded(registries.ExcludedNamespaces, space)
                ? null
                : Images(pod, images => RegistryAllowlist.RefusedImages(registries, space, pod.Labels, images), $"trust its registry in {PlanSections.Registries}.trusted{OrException}")));
        }

        if (inForce.Pinning is { } pinning)
        {
            controls.Add(new(Controls.ImagePinning, (space, pod) => IsExcluded(pinning.ExcludedNamespaces, space)
                ? null
                : Images(pod, images => ImagePinning.RefusedImages(pinning, space, pod.Labels, images), $"name one build of it{OrException}")));
        }

        var securities = inForce.Plan.Namespaces.SelectMany(space => space.Security).ToLookup(security => security.Args.Namespace!, StringComparer.Ordinal);
        if (securities.Count > 0)
            controls.Add(new(Controls.WorkloadSecurity, (space, pod) => Security(securities[space], pod)));
        return controls;
    }

    private static bool IsExcluded(List<string>? namespaces, string space) => namespaces?.Contains(space) == true;

    private static List<PodRefusal> Named(IReadOnlyList<PodRefusal> refusals, string level) =>
        refusals.Select(refusal => refusal with { Message = $"{refusal.Message}, which {level} forbids" }).ToList();

    private static List<PodRefusal> Images(PodFacts pod, Func<IEnumerable<string>, IReadOnlyList<RefusedImage>> refused, string fix)
    {
        var reasons = refused(pod.Images.Select(image => image.Image).Distinct(StringComparer.Ordinal)).ToDictionary(image => image.Image, image => image.Reason, StringComparer.Ordinal);
        return pod.Images.Where(image => reasons.ContainsKey(image.Image))
            .Select(image => new PodRefusal(image.Subject, $"uses {image.Image}: it {reasons[image.Image]}", fix))
            .ToList();
    }

    private static List<PodRefusal>? Security(IEnumerable<SecurityPlan> securities, PodFacts pod)
    {
        var selecting = securities.Where(security => security.Args.PodSelector!.All(label => pod.Labels.TryGetValue(label.Key, out var value) && value == label.Value)).ToList();
        return selecting.Count == 0 ? null : selecting.SelectMany(security => Violations(security, pod)).ToList();
    }

    private static IEnumerable<PodRefusal> Violations(SecurityPlan security, PodFacts pod)
    {
        var args = security.Args;
        foreach (var violation in new WorkloadSecurityRules(args.Profile!, args.RunAsUser, args.AddCapabilities).Violations(pod.Spec))
        {
            var colon = violation.IndexOf(": ", StringComparison.Ordinal);
            var subject = violation[..colon];
            yield return new PodRefusal(
                subject == "pod" ? subject : "container " + subject,
                $"{violation[(colon + 2)..]}, which profile {args.Profile} forbids",
                $"change its security context, or the profile at {security.Path}");
        }
    }
}
