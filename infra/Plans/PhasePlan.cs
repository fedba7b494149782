using System.Globalization;
using Hardening.Components;
using Hardening.Infra.Plans.Reading;

namespace Hardening.Infra.Plans;

/// <summary>A plan as the arguments of the phase that it describes, and where each of those arguments stands in the plan.</summary>
internal sealed class PhasePlan
{
    private const string ModeMember = ".mode";

    private readonly HardeningPlan _plan;
    private readonly List<CidrGroupPlan> _groups;
    private readonly List<EgressPlan> _egress;
    private readonly List<IngressPlan> _ingress;
    private readonly List<SecurityPlan> _security;

    public PhasePlan(HardeningPlan plan)
    {
        _plan = plan;
        _groups = [.. plan.Cluster.CidrGroups.Where(group => group.Cidrs is not null)];
        _egress = [.. plan.Namespaces.SelectMany(space => space.Egress)];
        _ingress = [.. plan.Namespaces.SelectMany(space => space.Ingress)];
        _security = [.. plan.Namespaces.SelectMany(space => space.Security)];
        Args = new HardeningPhaseArgs
        {
            // The one phase of its stack.
            Prefix = "",
            Cluster = plan.Cluster.Facts,
            MemoryOvercommit = plan.Cluster.MemoryOvercommit,
            CidrGroups = _groups.ConvertAll(group => new CidrGroupArgs { Name = group.Name, Cidrs = [.. group.Cidrs!] }),
            Namespaces = [.. plan.Namespaces.Select(space => space.Args)],
            Egress = _egress.ConvertAll(egress => egress.Args),
            Ingress = _ingress.ConvertAll(ingress => ingress.Args),
            Security = _security.ConvertAll(security => security.Args),
            Registries = plan.Registries?.Args,
            Pinning = plan.Pinning?.Args,
            CertManagerAlerts = plan.CertManagerAlerts,
            Dashboard = plan.Dashboard,
            Disruption = [.. plan.Disruption],
            Projects = [.. plan.Projects],
            Secrets = plan.Secrets?.Bundle,
            Rotation = plan.Secrets?.Rotation.Select(rotation => rotation.Args).ToList(),
            Spread = plan.Spread,
            Defaults = plan.Defaults?.Args,
        };
    }

    /// <summary>What the phase is made of.</summary>
    public HardeningPhaseArgs Args { get; }

    /// <summary>Where an argument stands in the plan, by its path in <see cref="Args"/>.</summary>
    public string PlaceOf(string path)
    {
        var end = path.AsSpan().IndexOfAny('.', '[');
        var member = end < 0 ? path : path[..end];
        var rest = end < 0 ? "" : path[end..];
        var index = -1;
        if (rest.StartsWith('[') && rest.IndexOf(']', StringComparison.Ordinal) is var close && int.TryParse(rest.AsSpan(1, close - 1), NumberStyles.None, CultureInfo.InvariantCulture, out index))
            rest = rest[(close + 1)..];
        else
            index = -1;
        return index < 0 ? PlaceOf(member, rest) : PlaceOf(member, index, rest);
    }

    private string PlaceOf(string member, string rest) => member switch
    {
        "cluster" => PlanSections.Cluster + rest,
        "memoryOvercommit" => $"{PlanSections.Cluster}.memoryOvercommit",
        "cidrGroups" => $"{PlanSections.Cluster}.cidrGroups",
        "registries" => PolicyPlace(Relative(rest), _plan.Registries!.Exemptions, Controls.RegistryAllowlist),
        "pinning" => PolicyPlace(Relative(rest), _plan.Pinning!.Exemptions, Controls.ImagePinning),
        "certManagerAlerts" => Place($"{PlanSections.Alerts}.{AlertsReader.CertManagerKey}", rest, Controls.CertManagerAlerts),
        "secrets" => Place(PlanSections.Secrets, rest, Controls.SealedSecrets),
        "dashboard" => Place(PlanSections.Dashboard, rest, Controls.DashboardAccess),
        "defaults" => DefaultsPlace(Relative(rest)),
        "spread" => Place(PlanSections.Spread, rest, Controls.TopologySpread),
        _ => $"{PlanSections.Project}:{member}{rest}",
    };

    private string PlaceOf(string member, int index, string rest) => member switch
    {
        "cidrGroups" => _groups[index].Path + rest,
        "namespaces" => _plan.Namespaces[index].Path + rest,
        "egress" => rest == ModeMember ? _egress[index].ModePath : _egress[index].Path + rest,
        "ingress" => rest == ModeMember ? _ingress[index].ModePath : _ingress[index].Path + rest,
        "security" => _security[index].PlaceOf(Relative(rest)),
        "rotation" => _plan.Secrets!.Rotation[index].PlaceOf(Relative(rest)),
        "disruption" => Place(string.Create(CultureInfo.InvariantCulture, $"{PlanSections.Disruption}[{index}]"), rest, Controls.PodDisruption),
        "projects" => Place(string.Create(CultureInfo.InvariantCulture, $"{PlanSections.Projects}[{index}]"), rest, Controls.GitOpsProject),
        _ => string.Create(CultureInfo.InvariantCulture, $"{PlanSections.Project}:{member}[{index}]{rest}"),
    };

    private string DefaultsPlace(string relative) => relative == "egressMode" ? ModePath(NamespaceControl.Egress) : PolicyPlace(relative, _plan.Defaults!.Exemptions, Controls.NamespaceDefaults);

    private static string Relative(string rest) => rest.StartsWith('.') ? rest[1..] : rest;

    private static string Place(string section, string rest, string control) => rest == ModeMember ? ModePath(control) : section + rest;

    private static string ModePath(string control) => $"{PlanSections.Rollout}.{control}";

    /// <summary>The plan spreads the arguments of a policy about pods over three sections.</summary>
    private static string PolicyPlace(string relative, PolicyExemptions exemptions, string control)
    {
        const string exceptions = "exceptions[";
        const string registries = "registries";
        if (relative == "mode")
            return ModePath(control);
        if (relative.StartsWith(exceptions, StringComparison.Ordinal))
        {
            var end = relative.IndexOf(']', StringComparison.Ordinal);
            return exemptions.Exceptions[int.Parse(relative.AsSpan()[exceptions.Length..end], NumberStyles.None, CultureInfo.InvariantCulture)].Path + relative[(end + 1)..];
        }

        if (relative == "exceptions")
            return PlanSections.Exceptions;
        if (relative.StartsWith(registries, StringComparison.Ordinal))
            return $"{exemptions.Section}.{RegistriesReader.TrustedKey}{relative[registries.Length..]}";
        return relative.StartsWith(PolicyExemptions.NamespacesKey + "[", StringComparison.Ordinal)
            ? $"{exemptions.Section}.{relative}.namespace"
            : new Warning(relative, "").WithPrefix(exemptions.Section).Path;
    }
}
