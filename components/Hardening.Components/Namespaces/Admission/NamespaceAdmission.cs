using System.Text.Json;
using Hardening.Primitives;

namespace Hardening.Components;

/// <summary>
/// Judges pods by what a <see cref="HardenedNamespace"/> creates, as if each of its controls were enforced whatever its mode: Pod Security, LimitRange, ResourceQuota.
/// A control that the namespace is exempt from judges nothing.
/// </summary>
public sealed class NamespaceAdmission
{
    private readonly NamespacePlan _plan;
    private readonly string _version;
    private readonly string _path;
    private readonly NamespaceQuotaArgs? _quota;

    /// <summary>Reads what the arguments amount to, without creating anything.</summary>
    /// <param name="args">Valid arguments.</param>
    /// <param name="path">The path of the arguments, which is put before those that refusals name.</param>
    public NamespaceAdmission(HardenedNamespaceArgs args, string path = "")
    {
        ArgumentNullException.ThrowIfNull(args);
        _plan = NamespacePlan.Resolve(AsEnforced(args), new ProblemList());
        Level = _plan.PodSecurityLabels.GetValueOrDefault(PodSecurityRules.Prefix + "enforce", PodSecurityLevel.Privileged);
        _version = _plan.PodSecurityLabels.GetValueOrDefault(PodSecurityRules.Prefix + "enforce-version", "latest");
        _path = path;
        Hard = _plan.Hard;
        _quota = args.Quota;
    }

    /// <summary>The level of the Pod Security Standards that would be enforced; <c>privileged</c> where the namespace is exempt.</summary>
    public string Level { get; }

    /// <summary>Whether there is a LimitRange to judge by.</summary>
    public bool HasLimits => _plan.HasLimitRange;

    /// <summary>What the ResourceQuota allows, by its keys; <see langword="null"/> where there is none.</summary>
    public IReadOnlyDictionary<string, Quantity>? Hard { get; }

    /// <summary>Whether the quota counts pods; one of the scope <c>VolumeAttributesClass</c> counts claims alone.</summary>
    public bool CountsPods => QuotaScopeMatch.CountsPods(_quota);

    /// <summary>Whether the quota counts a pod. One without scopes counts every pod, one with scopes those that all of them match.</summary>
    /// <param name="spec">The pod's <c>spec</c>; a priority class that admission would fill in counts where it is stated.</param>
    public bool Counts(JsonElement spec) => QuotaScopeMatch.Includes(_quota, spec, ContainerUse.Of(spec, _plan.Container));

    /// <summary>What Pod Security admission refuses of a pod.</summary>
    /// <param name="spec">The pod's <c>spec</c>.</param>
    /// <param name="annotations">The pod's annotations.</param>
    public IReadOnlyList<PodRefusal> RefusedByPodSecurity(JsonElement spec, IReadOnlyDictionary<string, string>? annotations = null) =>
        PodSecurityStandard.Refusals(Level, _version, spec, annotations);

    /// <summary>
    /// What the LimitRange refuses of a pod after it has filled in its defaults: above a maximum, below a minimum, a ratio, a request above the limit, containers that
    /// ask for more than their pod does as a whole.
    /// </summary>
    /// <param name="spec">The pod's <c>spec</c>.</param>
    public IReadOnlyList<PodRefusal> RefusedByLimits(JsonElement spec)
    {
        if (!HasLimits)
        {
            return [];
        }

        var containers = ContainerUse.Of(spec, _plan.Container);
        var level = PodLevel.Of(spec);
        return
        [
            .. LimitRangeJudge.OfContainers(containers, _plan.Container!, PathText.Join(_path, "limits.container")),
            .. level?.Refused(containers) ?? [],
            .. _plan.Pod is { } pod ? LimitRangeJudge.OfPod(PodUse.Of(containers, level), pod, PathText.Join(_path, "limits.pod")) : [],
        ];
    }

    /// <summary>
    /// What a quota of cpu or memory refuses of a pod that it counts, whatever is left of it: containers that state none and get no default, unless the pod states something as a whole.
    /// </summary>
    /// <param name="spec">The pod's <c>spec</c>.</param>
    public IReadOnlyList<PodRefusal> RefusedByQuota(JsonElement spec)
    {
        if (PodLevel.Of(spec) is not null)
        {
            return [];
        }

        var containers = ContainerUse.Of(spec, _plan.Container);
        var refusals = new List<PodRefusal>();
        foreach (var key in Hard?.Keys ?? [])
        {
            if (QuotaKey.ContainerResource(key, out var isLimit) is ResourceName.Cpu or ResourceName.Memory && QuotaKey.ContainerResource(key, out _) is { } resource)
            {
                var word = isLimit ? "limit" : "request";
                refusals.AddRange(containers
                    .Where(container => !(isLimit ? container.Limits : container.Requests).ContainsKey(resource))
                    .Select(container => new PodRefusal($"container {container.Name}", $"states no {word} of {resource}, which the quota counts", $"state a {word} of {resource}")));
            }
        }

        return refusals;
    }

    /// <summary>What a pod takes of the quota, by the quota's keys: <c>pods</c>, <c>requests.memory</c>, <c>limits.cpu</c>, <c>requests.nvidia.com/gpu</c> and so on.</summary>
    /// <param name="spec">The pod's <c>spec</c>.</param>
    public IReadOnlyDictionary<string, Quantity> UseOf(JsonElement spec)
    {
        var pod = PodUse.Of(ContainerUse.Of(spec, _plan.Container), PodLevel.Of(spec)).WithOverhead(spec);
        var one = Quantity.FromInteger(1);
        var use = new Dictionary<string, Quantity>(StringComparer.Ordinal) { [QuotaKey.Pods] = one, ["count/pods"] = one };
        foreach (var (resource, quantity) in pod.Requests)
        {
            use["requests." + resource] = quantity;
        }

        foreach (var (resource, quantity) in pod.Limits)
        {
            use["limits." + resource] = quantity;
        }

        return use;
    }

    private static HardenedNamespaceArgs AsEnforced(HardenedNamespaceArgs args) => new()
    {
        Name = args.Name,
        Size = args.Size,
        PodSecurity = new() { Mode = Rollout.Enforce, Level = args.PodSecurity?.Level, Version = args.PodSecurity?.Version },
        Limits = new() { Mode = Rollout.Enforce, Container = args.Limits?.Container, Pod = args.Limits?.Pod },
        Quota = new() { Mode = Rollout.Enforce, Hard = args.Quota?.Hard, Scopes = args.Quota?.Scopes, ScopeSelector = args.Quota?.ScopeSelector, Reason = args.Quota?.Reason },
        Exemptions = args.Exemptions,
        Cluster = args.Cluster,
    };
}
