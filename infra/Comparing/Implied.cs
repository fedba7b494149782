using System.Text.Json.Nodes;
using Hardening.Components;
using Hardening.Infra.Plans;

namespace Hardening.Infra.Comparing;

/// <summary>What holds where a plan says nothing: a namespace's mode is the rollout's, a number its size's, and other keys have the defaults of the schema.</summary>
internal static class Implied
{
    /// <summary>The value that holds at a place of a plan; null where nothing does.</summary>
    public static string? By(PlanNode plan, IReadOnlyList<Segment> place, JsonObject? schema) => place.Select(segment => segment.Name).ToList() switch
    {
        [PlanSections.Rollout, var control] => ModeOf(plan, control),
        [PlanSections.Namespaces, _, "modes", var control] => ModeOf(plan, control),
        [PlanSections.Namespaces, var name, "quota", "hard", var resource] => Size(plan, name)?.Hard.GetValueOrDefault(resource),
        [PlanSections.Namespaces, var name, "limits", "container", "default", var resource] => Size(plan, name)?.ContainerDefault.GetValueOrDefault(resource),
        [PlanSections.Namespaces, var name, "limits", "container", "defaultRequest", var resource] => Size(plan, name)?.ContainerDefaultRequest.GetValueOrDefault(resource),
        [PlanSections.Namespaces, var name, "limits", "container", "max", var resource] => Size(plan, name)?.ContainerMax.GetValueOrDefault(resource),
        [PlanSections.Namespaces, var name, "podSecurity", "auditLevel" or "warnLevel"] => plan.TextAt(PlanSections.Namespaces, name, "podSecurity", "level") ?? PodSecurityLevel.Baseline,
        [PlanSections.Secrets, "sealed", _, "scope"] => plan.TextAt(PlanSections.Secrets, "scope") ?? SealingScope.Strict,
        [PlanSections.Spread, "workloads", var name, "objectName"] => plan.TextAt(PlanSections.Spread, "workloads", name, "workload"),
        [PlanSections.Projects, _, "namespace"] => GitOpsProjectArgs.DefaultNamespace,
        _ => schema?["default"]?.ToString(),
    };

    private static string? ModeOf(PlanNode plan, string control) =>
        plan.TextAt(PlanSections.Rollout, control) ?? (Controls.All.Contains(control, StringComparer.Ordinal) ? Controls.ModesOf(control)[0] : null);

    private static NamespaceSizes? Size(PlanNode plan, string name) =>
        (plan.TextAt(PlanSections.Namespaces, name, "size") ?? NamespaceSize.Medium) is var size && NamespaceSize.All.Contains(size, StringComparer.Ordinal) ? NamespaceSizes.Of(size) : null;
}
