using Hardening.Infra.Plans;
using Hardening.Preview;

namespace Hardening.Infra.Reports.DefinitionOfDone;

/// <summary>What is judged: the objects of a captured stack. The plan says which namespaces and workloads there are, what is exempt, and what would mend a gap.</summary>
internal sealed class DoneFacts
{
    private readonly ILookup<(string Kind, string? Namespace), CapturedResource> _objects;
    private readonly ILookup<string, CapturedResource> _made;

    public DoneFacts(HardeningPlan plan, CapturedStack captured, DateOnly asOf)
    {
        Plan = plan;
        AsOf = asOf;
        var objects = captured.Resources.Where(resource => resource.IsManifest).ToList();
        _objects = objects.ToLookup(resource => (resource.Kind!, resource.ObjectNamespace));
        _made = objects.SelectMany(Makers).ToLookup(pair => pair.Component, pair => pair.Object, StringComparer.Ordinal);
    }

    public HardeningPlan Plan { get; }

    /// <summary>The day against which exemptions expire.</summary>
    public DateOnly AsOf { get; }

    /// <summary>The objects of a kind in a namespace; null for kinds without.</summary>
    public IEnumerable<CapturedResource> Objects(string kind, string? space) => _objects[(kind, space)];

    /// <summary>The objects of a kind, wherever they are.</summary>
    public IEnumerable<CapturedResource> All(string kind) => _objects.Where(group => group.Key.Kind == kind).SelectMany(group => group);

    /// <summary>The objects that components of a type made, by its token.</summary>
    public IEnumerable<CapturedResource> MadeBy(string component) => _made[component];

    private static IEnumerable<(string Component, CapturedResource Object)> Makers(CapturedResource made)
    {
        for (var parent = made.Parent; parent is not null; parent = parent.Parent)
            yield return (parent.Type, made);
    }
}
