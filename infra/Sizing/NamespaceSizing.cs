using Hardening.Components;
using Hardening.Infra.Plans;
using Hardening.Infra.Recorded.Sizing;
using Hardening.Primitives;

namespace Hardening.Infra.Sizing;

/// <summary>The numbers of one namespace, from recommendations for its workloads.</summary>
internal sealed class NamespaceSizing
{
    private const decimal WorthLowering = 0.8m;
    private static readonly string[] Resources = ["cpu", "memory"];

    private readonly NamespacePlan _space;
    private readonly int _index;
    private readonly NamespaceNumbers _numbers;
    private readonly List<SizingChange> _changes = [];
    private readonly SizingRemarks _remarks;

    private NamespaceSizing(NamespacePlan space, int index, SizingRemarks remarks)
    {
        _space = space;
        _index = index;
        _numbers = new NamespaceNumbers(space);
        _remarks = remarks;
    }

    /// <summary>Proposes changes.</summary>
    public static IEnumerable<SizingChange> Of(NamespacePlan space, int index, SizingFacts facts, UsableRecommendations usable, ClusterFactsArgs cluster, SizingRemarks remarks)
    {
        var sizing = new NamespaceSizing(space, index, remarks);
        sizing.Run(facts, usable, cluster);
        return sizing._changes.OrderBy(change => change.Members[0], StringComparer.Ordinal);
    }

    private void Run(SizingFacts facts, UsableRecommendations usable, ClusterFactsArgs cluster)
    {
        var running = facts.Workloads.Where(workload => workload.Namespace == _space.Name).ToList();
        var targets = usable.WorkloadsOf(_space.Name).ToList();
        var containers = targets
            .SelectMany(target => usable.Of(_space.Name, target.Kind, target.Workload).Values.Select(container => new SizedContainer(target.Workload, container, Find(running, target, container.Name))))
            .ToList();
        var pods = running.ConvertAll(workload => (Workload: workload, Recommended: usable.Of(_space.Name, workload.Kind, workload.Name)));
        var hasQuota = IsOn(NamespaceControl.ResourceQuota, _space.Args.Quota?.Mode);
        var hasLimits = IsOn(NamespaceControl.LimitRange, _space.Args.Limits?.Mode);
        if (hasQuota && !IsScoped)
            MakeRoom(running, facts);
        if (containers.Count == 0)
        {
            if (hasQuota && !IsScoped)
                Array.ForEach(Resources, resource => MakeRoom(resource, pods, facts));
            return;
        }

        var missing = targets.Where(target => !running.Exists(workload => (workload.Kind, workload.Name) == target)).Select(target => $"{target.Kind} {target.Workload}").ToList();
        var sizesQuota = hasQuota && MaySizeQuota(missing);
        foreach (var resource in Resources)
        {
            var sizing = new LimitSizing(resource, containers);

            // A container of which nothing is known yet, as of init containers nothing ever is, lives on the default as it is.
            var takesUnknown = pods.Exists(pod => pod.Workload.Containers.Any(container => container.Limits[resource] is null && !pod.Recommended.ContainsKey(container.Name)));
            var least = hasLimits ? LowerMin(resource, running) : null;
            var quota = hasQuota && !IsScoped ? (Func<string, Quantity?>)(part => _numbers.Hard($"{part}.{resource}")) : _ => null;
            var (request, limit) = hasLimits
                ? ProposeDefaults(resource, sizing, takesUnknown, least, sizesQuota ? _ => null : quota)
                : (_numbers.Container("defaultRequest", resource), _numbers.Container("default", resource));
            var ceiling = quota("limits");
            if (sizesQuota)
            {
                ProposeQuota("requests", resource, pods, request, facts);
                ceiling = ProposeQuota("limits", resource, pods, limit, facts);
            }

            if (hasLimits)
                ProposeMax(resource, sizing.Max(running.SelectMany(workload => workload.Containers), NodeOf(cluster, resource), ceiling), limit);
        }
    }

    /// <summary>Whether the quota counts a part of the pods, so that it says nothing about what one container may have.</summary>
    private bool IsScoped => _space.Args.Quota is { Scopes.Count: > 0 } or { ScopeSelector.Count: > 0 };

    private static StatedContainer? Find(List<ScaledWorkload> running, (string Kind, string Workload) target, string container) =>
        running.Find(workload => (workload.Kind, workload.Name) == target)?.Containers.FirstOrDefault(recorded => recorded.Name == container);

    private static Quantity? NodeOf(ClusterFactsArgs cluster, string resource) => Quantity.TryParse(resource is "cpu" ? cluster.NodeCpu : cluster.NodeMemory, out var node, out _) ? node : null;

    private bool IsOn(string control, string? mode) => mode is null or Rollout.Enforce && !_space.IsExempt(control);

    private bool MaySizeQuota(List<string> missing)
    {
        var reason = IsScoped ? "it has scopes, and counts a part of the pods that recommendations do not know"
            : missing.Count > 0 ? $"{string.Join(", ", missing)} was not recorded, and a quota needs to know how many pods there are"
            : null;
        if (reason is not null)
            _remarks.Skipped.Add(new SizingSkip($"{_space.Name}, quota", reason));
        return reason is null;
    }

    /// <summary>Room for what the recorded pods grow to while they are rolled out or scaled, in numbers of objects.</summary>
    private void MakeRoom(List<ScaledWorkload> running, SizingFacts facts)
    {
        foreach (var autoscaler in facts.Autoscalers.Where(one => one.Namespace == _space.Name && !running.Exists(workload => (workload.Kind, workload.Name) == (one.Kind, one.Workload))))
            _remarks.Skipped.Add(new SizingSkip($"{_space.Name}/{autoscaler.Name}", $"scales {autoscaler.Kind} {autoscaler.Workload}, which was not recorded"));
        foreach (var (key, least, why) in CountSizing.Of(running, _space.Name, facts))
        {
            if (_numbers.Hard(key) is { } hard && hard < Quantity.FromInteger(least))
                Change(["quota", "hard", _numbers.SpellingOf(key)], hard, CountSizing.WithHeadroom(least), why);
        }
    }

    /// <summary>The same in CPU or memory where nothing is recommended: what the containers state, or get by default, has to fit.</summary>
    private void MakeRoom(string resource, IReadOnlyList<(ScaledWorkload Workload, IReadOnlyDictionary<string, ContainerRecommendation> Recommended)> pods, SizingFacts facts)
    {
        foreach (var (part, byDefault) in new[] { ("requests", "defaultRequest"), ("limits", "default") })
        {
            var key = $"{part}.{resource}";
            var sizing = QuotaSizing.Of(resource, part is "limits", pods, _numbers.Container(byDefault, resource) ?? Quantity.Zero, facts.Used.TryGetValue((_space.Name, key), out var used) ? used : null);
            if (_numbers.Hard(key) is { } hard && hard < sizing.Least)
                Change(["quota", "hard", _numbers.SpellingOf(key)], hard, sizing.Value, sizing.Why);
        }
    }

    /// <summary>A minimum above what a container states would refuse its next pod. Gives back the one that then holds.</summary>
    private Quantity? LowerMin(string resource, List<ScaledWorkload> running)
    {
        var stated = running.SelectMany(workload => workload.Containers).Select(container => container.Requests[resource] ?? container.Limits[resource]).OfType<Quantity>().ToList();
        if (_numbers.Container("min", resource) is not { } min || stated.Count == 0 || stated.Min() >= min)
            return _numbers.Container("min", resource);
        Change(["limits", "container", "min", resource], min, stated.Min(), "what a container states already");
        return stated.Min();
    }

    /// <summary>Proposes the defaults, and gives back those that then hold. Where the quota stays as it is, one container does not get more than all may have.</summary>
    private (Quantity? Request, Quantity? Limit) ProposeDefaults(string resource, LimitSizing sizing, bool takesUnknown, Quantity? least, Func<string, Quantity?> quota)
    {
        var (oldRequest, oldLimit) = (_numbers.Container("defaultRequest", resource), _numbers.Container("default", resource));
        var request = oldRequest;
        if (sizing.DefaultRequest is { } wanted)
            request = Propose(["limits", "container", "defaultRequest", resource], oldRequest, Within(Quantity.Max(wanted.Value, least ?? Quantity.Zero), "requests"), wanted.Why);

        foreach (var container in sizing.Outliers)
        {
            _remarks.Notes.Add(
                $"{_space.Name}/{container.Workload}, container {container.Recommended.Name}, needs up to {Rounding.Readable(resource, container.Upper(resource))} of {resource}, far more than the others, and states no limit: give it one of its own");
        }

        var (value, why) = sizing.Default ?? (oldLimit ?? Quantity.Zero, "");
        if (sizing.Outliers.Count > 0 || takesUnknown)
            value = Quantity.Max(value, oldLimit ?? value);
        if (request > value)
            (value, why) = (request.Value, "the default request");
        return (request, Propose(["limits", "container", "default", resource], oldLimit, Within(value, "limits"), why));

        Quantity Within(Quantity number, string part) => quota(part) is { } most ? Quantity.Min(number, most) : number;
    }

    /// <summary>Proposes a quota, and gives back the number that then holds.</summary>
    private Quantity? ProposeQuota(
        string part, string resource, IReadOnlyList<(ScaledWorkload Workload, IReadOnlyDictionary<string, ContainerRecommendation> Recommended)> pods, Quantity? byDefault, SizingFacts facts)
    {
        var key = $"{part}.{resource}";
        var sizing = QuotaSizing.Of(resource, part is "limits", pods, byDefault ?? Quantity.Zero, facts.Used.TryGetValue((_space.Name, key), out var used) ? used : null);
        var least = Quantity.Max(SizingFloors.Of(part, resource), byDefault ?? Quantity.Zero);
        return Propose(["quota", "hard", _numbers.SpellingOf(key)], _numbers.Hard(key), Quantity.Max(sizing.Value, least), sizing.Value >= least ? sizing.Why : "the least that leaves room to work");
    }

    private void ProposeMax(string resource, (Quantity Value, string Why) sizing, Quantity? limit) =>
        Propose(["limits", "container", "max", resource], _numbers.Container("max", resource), Quantity.Max(sizing.Value, limit ?? sizing.Value), sizing.Why);

    /// <summary>Proposes a number where it differs enough: more at once, less from a fifth on. Gives back the number that then holds; a number that the plan drops stays dropped.</summary>
    private Quantity? Propose(IReadOnlyList<string> members, Quantity? old, Quantity value, string why)
    {
        if (old is not { } known || value == known || (value < known && value > known.Multiply(WorthLowering)))
            return old;
        Change(members, known, value, why);
        return value;
    }

    private void Change(IReadOnlyList<string> members, Quantity old, Quantity value, string why) => _changes.Add(new SizingChange(_index, _space.Name, members, old.ToString(), value.ToString(), why));
}
