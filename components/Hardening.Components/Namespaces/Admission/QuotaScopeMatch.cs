using System.Text.Json;
using Hardening.Primitives;

namespace Hardening.Components;

/// <summary>Whether a quota with scopes counts a pod: every scope has to match it (Kubernetes' <c>podMatchesScopeFunc</c>).</summary>
internal static class QuotaScopeMatch
{
    private static readonly string[] AffinityLists = ["requiredDuringSchedulingIgnoredDuringExecution", "preferredDuringSchedulingIgnoredDuringExecution"];

    /// <summary>Whether the quota counts pods at all.</summary>
    public static bool CountsPods(NamespaceQuotaArgs? quota) => !Requirements(quota).Any(requirement => requirement.ScopeName is "VolumeAttributesClass");

    /// <param name="quota">The quota.</param>
    /// <param name="spec">The pod's <c>spec</c>.</param>
    /// <param name="containers">Its containers with what the LimitRange fills in, which comes before the quota looks.</param>
    public static bool Includes(NamespaceQuotaArgs? quota, JsonElement spec, IReadOnlyList<ContainerUse> containers) =>
        Requirements(quota).All(requirement => Matches(requirement, spec, containers));

    private static IEnumerable<QuotaScopeArgs> Requirements(NamespaceQuotaArgs? quota) =>
        (quota?.Scopes ?? []).Select(scope => new QuotaScopeArgs { ScopeName = scope, Operator = "Exists" }).Concat(quota?.ScopeSelector ?? []);

    private static bool Matches(QuotaScopeArgs requirement, JsonElement spec, IReadOnlyList<ContainerUse> containers) => requirement.ScopeName switch
    {
        "Terminating" => IsTerminating(spec),
        "NotTerminating" => !IsTerminating(spec),
        "BestEffort" => IsBestEffort(spec, containers),
        "NotBestEffort" => !IsBestEffort(spec, containers),
        "PriorityClass" => MatchesClass(requirement, ContextPath.Text(spec, "priorityClassName")),
        "CrossNamespacePodAffinity" => ReachesOverNamespaces(spec, "podAffinity") || ReachesOverNamespaces(spec, "podAntiAffinity"),
        _ => false,
    };

    private static bool IsTerminating(JsonElement spec) => ContextPath.Number(spec, "activeDeadlineSeconds") >= 0;

    private static bool IsBestEffort(JsonElement spec, IReadOnlyList<ContainerUse> containers) =>
        PodLevel.Of(spec) is null && containers.All(container => container.Requests.Concat(container.Limits).All(use => use.Key is not (ResourceName.Cpu or ResourceName.Memory) || use.Value <= Quantity.Zero));

    /// <summary>A pod without a class has no value, which is in no list and outside of every one.</summary>
    private static bool MatchesClass(QuotaScopeArgs requirement, string? name)
    {
        var isIn = name is { Length: > 0 } && (requirement.Values ?? []).Contains(name);
        return requirement.Operator switch
        {
            "In" => isIn,
            "NotIn" => !isIn,
            "Exists" => name is { Length: > 0 },
            _ => name is not { Length: > 0 },
        };
    }

    private static bool ReachesOverNamespaces(JsonElement spec, string kind) => AffinityLists.Any(list =>
        ContextPath.Items(spec, $"affinity.{kind}.{list}").Any(item =>
        {
            var term = ContextPath.At(item, "podAffinityTerm") ?? item;
            return ContextPath.Items(term, "namespaces").Any() || ContextPath.At(term, "namespaceSelector") is { ValueKind: JsonValueKind.Object };
        }));
}
