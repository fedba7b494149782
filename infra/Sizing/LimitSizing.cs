using Hardening.Infra.Recorded.Sizing;
using Hardening.Primitives;

namespace Hardening.Infra.Sizing;

/// <summary>
/// The LimitRange's numbers of one resource. Defaults are for containers that state nothing, and only those speak for them; a container that needs far more than the others
/// is one that needs a limit of its own, not a reason to give every container as much.
/// </summary>
internal sealed class LimitSizing
{
    private const int Generosity = 2;
    private const int FarMore = 3;

    private readonly string _resource;
    private readonly IReadOnlyList<SizedContainer> _containers;

    public LimitSizing(string resource, IReadOnlyList<SizedContainer> containers)
    {
        _resource = resource;
        _containers = containers;
        var uppers = containers.Where(container => container.TakesLimit(resource)).OrderBy(container => container.Upper(resource)).ToList();
        if (uppers.Count == 0)
            return;
        var most = uppers[(uppers.Count - 1) / 2].Upper(resource).Multiply(FarMore);
        Outliers = uppers.Where(container => container.Upper(resource) > most).ToList();
        var largest = uppers[^(Outliers.Count + 1)].Upper(resource);
        Default = (Quantity.Max(Rounding.Up(resource, largest), SizingFloors.Of("default", resource)), $"upper bounds of {CountText.Of(uppers.Count - Outliers.Count, "container")} without a limit, up to {Rounding.Readable(resource, largest)}");
    }

    /// <summary>Containers that state no limit and need far more than the others.</summary>
    public IReadOnlyList<SizedContainer> Outliers { get; } = [];

    /// <summary>Limit of a container that states none: what any of them needs at most. Null where each states its own.</summary>
    public (Quantity Value, string Why)? Default { get; }

    /// <summary>Request of a container that states none: the median of their targets. Null where each states its own.</summary>
    public (Quantity Value, string Why)? DefaultRequest
    {
        get
        {
            var targets = _containers.Where(container => container.TakesRequest(_resource)).Select(container => container.Target(_resource)).Order().ToList();
            return targets.Count == 0
                ? null
                : (Quantity.Max(Rounding.Up(_resource, targets[(targets.Count - 1) / 2]), SizingFloors.Of("defaultRequest", _resource)), $"median target of {CountText.Of(targets.Count, "container")} without a request");
        }
    }

    /// <summary>Largest limit: twice the largest upper bound, and never less than what runs.</summary>
    /// <param name="running">Every container that was recorded.</param>
    /// <param name="node">What the largest worker has, where that is known.</param>
    /// <param name="ceiling">What the quota has room for, where it counts every pod.</param>
    public (Quantity Value, string Why) Max(IEnumerable<StatedContainer> running, Quantity? node, Quantity? ceiling)
    {
        var upper = _containers.Max(container => container.Upper(_resource));
        var stated = running.SelectMany(container => new[] { container.Limits[_resource], container.Requests[_resource] }).OfType<Quantity>().DefaultIfEmpty(Quantity.Zero).Max();
        var wanted = Quantity.Max(Rounding.Up(_resource, upper.Multiply(Generosity)), SizingFloors.Of("max", _resource));
        var (value, why) = (wanted, $"{Generosity} times the largest upper bound ({Rounding.Readable(_resource, upper)})");
        if (node is { } one && one < value)
            (value, why) = (one, "what the largest worker has");
        if (ceiling is { } most && most < value)
            (value, why) = (most, "what the quota has room for");
        return stated >= wanted || stated > value ? (stated, "what a container states already") : (value, why);
    }
}
