namespace Hardening.Infra.Plans;

/// <summary>The configuration keys that hold the plan.</summary>
internal static class PlanSections
{
    /// <summary>The part of every key before its colon.</summary>
    public const string Project = "hardening";

    public const string Cluster = Project + ":cluster";
    public const string Namespaces = Project + ":namespaces";
    public const string Registries = Project + ":registries";
    public const string Pinning = Project + ":pinning";
    public const string Alerts = Project + ":alerts";
    public const string Exceptions = Project + ":exceptions";
    public const string Dashboard = Project + ":dashboard";
    public const string Disruption = Project + ":disruption";
    public const string Projects = Project + ":projects";
    public const string Secrets = Project + ":secrets";
    public const string Spread = Project + ":spread";
    public const string Defaults = Project + ":defaults";
    public const string Rollout = Project + ":rollout";

    /// <summary>Every section in the order in which it is read.</summary>
    public static IReadOnlyList<string> All { get; } = [Cluster, Rollout, Namespaces, Registries, Pinning, Exceptions, Alerts, Dashboard, Disruption, Projects, Secrets, Spread, Defaults];

    /// <summary>The section that a path begins with; null where it begins with none.</summary>
    public static string? Of(string path) => All.FirstOrDefault(section => path.StartsWith(section, StringComparison.Ordinal));
}
