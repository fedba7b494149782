using Hardening.Infra.Plans.Reading;

namespace Hardening.Infra.Plans.Checks;

/// <summary>Secrets are of namespaces that exist, and what restarts is a workload of the plan.</summary>
internal static class SecretChecks
{
    public static void Run(HardeningPlan plan, SecretsPlan secrets, Action<string, string> checkNamespace, PlanProblems problems)
    {
        var places = (secrets.Bundle.Sealed ?? []).Select((secret, index) => (secret.Namespace, $"{PlanSections.Secrets}.sealed[{index}]"))
            .Concat((secrets.Bundle.External ?? []).Select((secret, index) => (secret.Namespace, $"{PlanSections.Secrets}.external[{index}]")))
            .Concat(secrets.Rotation.Select(rotation => (rotation.Args.Namespace, rotation.Path)));
        foreach (var (space, path) in places)
        {
            if (space is { Length: > 0 })
                checkNamespace(space, path + ".namespace");
        }

        foreach (var (args, path) in secrets.Rotation)
        {
            if (args.Workload is { Length: > 0 } workload && plan.Namespaces.FirstOrDefault(space => space.Name == args.Namespace) is { } planned && !planned.Workloads.Contains(workload, StringComparer.Ordinal))
                problems.Add(path + ".workload", null, $"is no workload of {planned.Name} in the plan", PlanProblems.Suggest(workload, planned.Workloads, $"add it to the workloads of {planned.Path}"));
        }
    }
}
