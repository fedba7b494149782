using System.Globalization;
using System.Text.Json;
using Hardening.Components;
using Hardening.Infra.Plans.Checks;
using Hardening.Infra.Plans.Schemas;
using Hardening.Infra.StackFiles;

namespace Hardening.Infra.Plans.Reading;

/// <summary>Reads a whole plan and checks it; finds everything that is wrong in one go.</summary>
internal sealed class PlanReader
{
    private readonly PlanSource _source;
    private readonly PlanProblems _problems;

    private PlanReader(PlanSource source, PlanShape? shape = null)
    {
        _source = source;
        _problems = new PlanProblems { Shape = shape };
    }

    public static PlanResult Read(PlanSource source) => new PlanReader(source).Read();

    /// <summary>Reads a plan for what readers ask of it: nothing is checked.</summary>
    public static void Ask(PlanSource source, PlanShape shape) => new PlanReader(source, shape).ReadPlan();

    private PlanResult Read()
    {
        var plan = ReadPlan();
        var phase = PlanChecks.Run(plan, _problems, _source.SecretSections);
        return new PlanResult(plan with { Phase = phase }, InPlanOrder(_problems.Problems, problem => problem.Path), InPlanOrder(phase.Result.Warnings, warning => warning.Path));
    }

    private HardeningPlan ReadPlan()
    {
        RefuseUnknownSections();
        var cluster = ReadCluster();
        var rollout = In(PlanSections.Rollout, () => RolloutReader.Read(Object(PlanSections.Rollout)));
        var namespaces = In(PlanSections.Namespaces, () => ReadNamespaces(cluster.Facts, rollout));
        var alerts = In(PlanSections.Alerts, () => AlertsReader.Read(Object(PlanSections.Alerts), cluster.Facts, rollout));
        var exceptions = In(PlanSections.Exceptions, () => List(PlanSections.Exceptions)?.ConvertAll(ExceptionsReader.Read)) ?? [];
        var registries = In(PlanSections.Registries, () => RegistriesReader.Read(Object(PlanSections.Registries), exceptions, cluster.Facts, rollout));
        var pinning = In(PlanSections.Pinning, () => PinningReader.Read(Object(PlanSections.Pinning), exceptions, cluster.Facts, rollout));
        RefuseExceptionsFromNothing(exceptions, Controls.RegistryAllowlist, PlanSections.Registries);
        RefuseExceptionsFromNothing(exceptions, Controls.ImagePinning, PlanSections.Pinning);
        var dashboard = In(PlanSections.Dashboard, () => DashboardReader.Read(Object(PlanSections.Dashboard), rollout));
        var disruption = In(PlanSections.Disruption, () => List(PlanSections.Disruption)?.ConvertAll(new DisruptionReader(cluster.Facts, rollout).Read) ?? []);
        var projects = In(PlanSections.Projects, () => List(PlanSections.Projects)?.ConvertAll(new ProjectsReader(rollout).Read) ?? []);
        var secrets = In(PlanSections.Secrets, () => SecretsReader.Read(Object(PlanSections.Secrets), rollout, new SecretValues(_source, _problems)));
        var spread = In(PlanSections.Spread, () => SpreadReader.Read(Object(PlanSections.Spread), cluster.Facts, rollout));
        var defaults = In(PlanSections.Defaults, () => DefaultsReader.Read(Object(PlanSections.Defaults), cluster, rollout));
        return new HardeningPlan(cluster, rollout, namespaces, registries, pinning, alerts, dashboard, disruption, secrets) { Projects = projects, Spread = spread, Defaults = defaults };
    }

    private void RefuseExceptionsFromNothing(List<ExceptionPlan> exceptions, string control, string section)
    {
        if (exceptions.Exists(exception => exception.Control == control) && !_source.Sections.ContainsKey(section))
            _problems.Add(PlanSections.Exceptions, null, $"has no {section} to be exceptions from", $"add {section}, or remove the exceptions");
    }

    private void RefuseUnknownSections()
    {
        foreach (var key in _source.Sections.Keys)
        {
            if (!PlanSections.All.Contains(key, StringComparer.Ordinal))
                _problems.Add(key, null, "is no section of the plan", PlanProblems.Suggest(key, PlanSections.All, "sections are " + string.Join(", ", PlanSections.All)));
        }
    }

    private ClusterPlan ReadCluster()
    {
        if (!_source.Sections.ContainsKey(PlanSections.Cluster))
            _problems.Add(PlanSections.Cluster, null, "is missing", "state at least kubernetesVersion and nodes");
        return In(PlanSections.Cluster, () => Object(PlanSections.Cluster) is { } section
            ? ClusterReader.Read(section)
            : new ClusterPlan(new ClusterFactsArgs(), [], ClusterBudget.DefaultOvercommit, [], []));
    }

    private List<NamespacePlan> ReadNamespaces(ClusterFactsArgs facts, RolloutPlan rollout)
    {
        if (!_source.Sections.ContainsKey(PlanSections.Namespaces))
            _problems.Add(PlanSections.Namespaces, null, "is missing", "list the namespaces, each with a name and its egress");
        return List(PlanSections.Namespaces)?.ConvertAll(new NamespaceReader(facts, rollout).Read) ?? [];
    }

    private List<PlanObject>? List(string key)
    {
        _problems.Shape?.Ask("", key, new MemberShape(MemberKind.Objects));
        if (Section(key) is not { } section)
            return null;
        if (section.Kind is ConfigKind.List)
            return PlanList.Objects(section, key, _problems);
        _problems.Add(key, PlanProblems.Shown(section), PlanProblems.NotA("a list", section), _problems.TypeFix("a list", section));
        return null;
    }

    private PlanObject? Object(string key)
    {
        _problems.Shape?.Ask("", key, new MemberShape(MemberKind.Object));
        if (Section(key) is not { } section)
            return null;
        if (section.Kind is ConfigKind.Object)
            return new PlanObject(section, key, _problems);
        _problems.Add(key, PlanProblems.Shown(section), PlanProblems.NotA("a mapping", section), _problems.TypeFix("a mapping", section));
        return null;
    }

    /// <summary>A section's value. A section that was set as text, as <c>pulumi config set</c> does, holds JSON.</summary>
    private ConfigNode? Section(string key)
    {
        if (!_source.Sections.TryGetValue(key, out var section))
            return null;
        if (section.Kind is ConfigKind.Null || section is { Kind: ConfigKind.String, Text: "" })
        {
            _problems.Add(key, null, "has no value", "write it, or leave the key out");
            return null;
        }

        if (section.Kind is not ConfigKind.String)
            return section;
        try
        {
            return ConfigText.Read(section.Text);
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            _problems.Add(key, null, "is a text that is no JSON", "write the section as YAML below its key");
            return null;
        }
    }

    private T In<T>(string section, Func<T> read)
    {
        _problems.HidesValues = section == PlanSections.Secrets || _source.SecretSections.Contains(section);
        var result = read();
        _problems.HidesValues = false;
        return result;
    }

    private static List<T> InPlanOrder<T>(IReadOnlyList<T> said, Func<T, string> path) =>
        said.Distinct().OrderBy(item => SectionIndex(path(item))).ThenBy(item => ItemIndex(path(item))).ToList();

    private static int SectionIndex(string path)
    {
        for (var index = 0; index < PlanSections.All.Count; index++)
        {
            if (path.StartsWith(PlanSections.All[index], StringComparison.Ordinal))
                return index;
        }

        return -1;
    }

    /// <summary>The item of a section that is a list, as in <c>hardening:namespaces[3].size</c>.</summary>
    private static int ItemIndex(string path)
    {
        var open = path.IndexOf('[', StringComparison.Ordinal);
        var close = path.IndexOf(']', StringComparison.Ordinal);
        return open > 0 && close > open && int.TryParse(path.AsSpan(open + 1, close - open - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var index) ? index : -1;
    }
}
