using Hardening.Components;

namespace Hardening.Infra.Plans;

/// <summary>The security context of one workload.</summary>
/// <param name="Args">The workload and its profile.</param>
/// <param name="Path">Where it stands in the plan.</param>
/// <param name="WorkloadPath">Where its workload does.</param>
/// <param name="NamespacePath">Where the workload's namespace does.</param>
/// <param name="ModePath">Where its mode does.</param>
internal sealed record SecurityPlan(WorkloadSecurityArgs Args, string Path, string WorkloadPath, string NamespacePath, string ModePath)
{
    /// <summary>Where an argument stands: the plan spreads them over the workload, its namespace and the rollout.</summary>
    public string PlaceOf(string relative) => relative switch
    {
        "mode" => ModePath,
        "namespace" => NamespacePath + ".name",
        "namespaceLevel" => NamespacePath + ".podSecurity.level",
        "workload" => WorkloadPath + ".name",
        _ => relative.StartsWith("podSelector", StringComparison.Ordinal) ? $"{WorkloadPath}.{relative}" : $"{Path}.{relative}",
    };
}
