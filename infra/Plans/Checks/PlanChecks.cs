using System.Globalization;
using Hardening.Components;
using Hardening.Infra.Plans.Reading;

namespace Hardening.Infra.Plans.Checks;

/// <summary>Checks a plan as a whole, and every part by the rules of the component that it is for.</summary>
internal static class PlanChecks
{
    /// <summary>Adds what is wrong to the problems and gives back what is worth a warning.</summary>
    public static List<Warning> Run(HardeningPlan plan, PlanProblems problems, IReadOnlySet<string> secretSections)
    {
        var warnings = new List<Warning>();
        Add(ClusterFacts.Validate(plan.Cluster.Facts), PlanSections.Cluster, problems, warnings);
        ReferenceChecks.Run(plan, problems);
        problems.HidesValues = secretSections.Contains(PlanSections.Namespaces);
        foreach (var results in NamespaceResults.Of(plan.Namespaces))
            CheckNamespace(results, problems, warnings);
        Add(EgressPolicySet.Validate(plan.Namespaces.SelectMany(space => space.Egress).Select(egress => (egress.Path, egress.Args)).ToList()), "", problems, warnings);
        problems.HidesValues = secretSections.Contains(PlanSections.Registries) || secretSections.Contains(PlanSections.Exceptions);
        if (plan.Registries is { } registries)
            Add(RegistryAllowlist.Validate(registries.Args), relative => PolicyPlace(relative, registries.Exemptions, Controls.RegistryAllowlist), problems, warnings);
        problems.HidesValues = secretSections.Contains(PlanSections.Pinning) || secretSections.Contains(PlanSections.Exceptions);
        if (plan.Pinning is { } pinning)
            Add(ImagePinning.Validate(pinning.Args), relative => PolicyPlace(relative, pinning.Exemptions, Controls.ImagePinning), problems, warnings);
        problems.HidesValues = secretSections.Contains(PlanSections.Alerts);
        if (plan.CertManagerAlerts is { } alerts)
            Add(CertManagerAlerts.Validate(alerts), $"{PlanSections.Alerts}.{AlertsReader.CertManagerKey}", problems, warnings, ModePath(Controls.CertManagerAlerts));
        problems.HidesValues = secretSections.Contains(PlanSections.Dashboard);
        if (plan.Dashboard is { } dashboard)
            Add(DashboardAccess.Validate(dashboard), PlanSections.Dashboard, problems, warnings, ModePath(Controls.DashboardAccess));
        problems.HidesValues = secretSections.Contains(PlanSections.Disruption);
        for (var index = 0; index < plan.Disruption.Count; index++)
            Add(PodDisruption.Validate(plan.Disruption[index]), $"{PlanSections.Disruption}[{index}]", problems, warnings, ModePath(Controls.PodDisruption));
        Add(PodDisruptionSet.Validate(plan.Disruption.Select((budget, index) => ($"{PlanSections.Disruption}[{index}]", budget)).ToList()), "", problems, warnings);
        problems.HidesValues = false;
        BudgetChecks.Run(plan, problems, warnings);
        return warnings;
    }

    private static void CheckNamespace(NamespaceResults results, PlanProblems problems, List<Warning> warnings)
    {
        var space = results.Namespace;
        Add(results.OfNamespace, space.Path, problems, warnings);
        if (space.Egress.Count == 0 && !space.IsExempt(NamespaceControl.Egress))
            problems.Add(space.Path + ".egress", null, "is missing", "list where its pods may connect (- none: true for nowhere), or exempt the namespace from egress");
        foreach (var (egress, result) in space.Egress.Zip(results.OfEgress))
        {
            Add(result with { Warnings = EgressWarnings.WorthSaying(result.Warnings, egress, space).ToList() }, egress.Path, problems, warnings, egress.ModePath);
        }

        foreach (var security in space.Security)
            Add(WorkloadSecurity.Validate(security.Args), security.PlaceOf, problems, warnings);
    }

    private static void Add(ValidationResult result, string path, PlanProblems problems, List<Warning> warnings, string? modePath = null) =>
        Add(result, relative => relative == "mode" && modePath is not null ? modePath : PathText(path, relative), problems, warnings);

    private static void Add(ValidationResult result, Func<string, string> place, PlanProblems problems, List<Warning> warnings)
    {
        foreach (var problem in result.Problems)
            problems.Add(problem with { Path = PlaceOf(problem.Path, place) });

        foreach (var warning in result.Warnings)
        {
            var placed = warning with { Path = PlaceOf(warning.Path, place) };
            if (!warnings.Contains(placed))
                warnings.Add(placed);
        }
    }

    /// <summary>Every component is told the same facts about the cluster; what is wrong with those is said where the plan states them.</summary>
    private static string PlaceOf(string relative, Func<string, string> place) =>
        relative.StartsWith("cluster.", StringComparison.Ordinal) ? PlanSections.Cluster + relative["cluster".Length..] : place(relative);

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
            : PathText(exemptions.Section, relative);
    }

    private static string ModePath(string control) => $"{PlanSections.Rollout}.{control}";

    private static string PathText(string prefix, string path) => new Warning(path, "").WithPrefix(prefix).Path;
}
