using System.Globalization;
using Hardening.Infra.Plans.Reading;

namespace Hardening.Infra.Plans.Checks;

/// <summary>Workloads that another section names: they are workloads of the plan with as many replicas as it states, and the labels take no other workload's pods along.</summary>
internal static class WorkloadReferences
{
    public static void Check(
        HardeningPlan plan, string? space, string? workload, Dictionary<string, string>? selector, int? replicas, string path, HashSet<string> namespaces, PlanProblems problems)
    {
        if (space is not { Length: > 0 })
            return;
        ReferenceChecks.CheckNamespace(space, path + ".namespace", namespaces, problems);
        if (plan.Namespaces.FirstOrDefault(candidate => candidate.Name == space) is not { } planned)
            return;
        if (workload is { Length: > 0 } && !planned.Workloads.Contains(workload, StringComparer.Ordinal))
            problems.Add(path + ".workload", workload, $"is no workload of {space} in the plan", PlanProblems.Suggest(workload, planned.Workloads, $"add it to the workloads of {planned.Path}"));
        if (planned.Critical.FirstOrDefault(critical => critical.Name == workload) is { Replicas: { } stated } owner && replicas is { } counted && counted != stated)
            problems.Add(path + ".replicas", counted.ToString(CultureInfo.InvariantCulture), string.Create(CultureInfo.InvariantCulture, $"is not what {owner.Path} states, which is {stated}"), "correct one of the two");
        var taken = planned.Egress.FirstOrDefault(egress => egress.Workload is not null && egress.Workload != workload && Selects(selector, egress.Args.PodSelector));
        if (taken is not null)
            problems.Add(path + ".podSelector", null, $"selects the pods of {taken.Workload} too ({taken.Path})", "add a label that its pods do not carry, such as app.kubernetes.io/component");
    }

    /// <summary>Whether a selector takes every pod that another takes.</summary>
    private static bool Selects(Dictionary<string, string>? selector, Dictionary<string, string>? other) =>
        selector is { Count: > 0 } && other is not null && selector.All(label => other.TryGetValue(label.Key, out var value) && value == label.Value);
}
