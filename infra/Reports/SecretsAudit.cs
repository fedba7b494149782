using Hardening.Infra.Plans;
using Hardening.Infra.Recorded;

namespace Hardening.Infra.Reports;

/// <summary>Holds the secrets of a cluster against those of a plan.</summary>
internal static class SecretsAudit
{
    private const string InitialPassword = "argocd-initial-admin-secret";

    /// <summary>What is missing, does not unseal, or is a secret that nobody speaks of.</summary>
    public static List<string> Find(HardeningPlan plan, RecordedSecrets recorded)
    {
        var findings = new List<string>();
        var known = recorded.Secrets.Select(secret => (secret.Namespace, secret.Name)).ToHashSet();
        var declared = new HashSet<(string, string)>();
        foreach (var secret in plan.Secrets?.Bundle.Sealed ?? [])
        {
            var name = (secret.Namespace!, secret.Name!);
            declared.Add(name);
            if (!recorded.Sealed.TryGetValue(name, out var failure))
                findings.Add($"{secret.Namespace}/{secret.Name} is sealed in the plan and not in the cluster: deploy it");
            else if (failure is not null)
                findings.Add($"{secret.Namespace}/{secret.Name} does not unseal: {failure}");
        }

        foreach (var secret in plan.Secrets?.Bundle.External ?? [])
        {
            declared.Add((secret.Namespace!, secret.Name!));
            if (!known.Contains((secret.Namespace!, secret.Name!)))
                findings.Add($"{secret.Namespace}/{secret.Name} is external and does not exist: {secret.Reason}");
        }

        var planned = plan.Namespaces.Select(space => space.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var secret in recorded.Secrets.Where(secret => planned.Contains(secret.Namespace) && !secret.IsMade && !declared.Contains((secret.Namespace, secret.Name))))
        {
            findings.Add(secret.Name == InitialPassword
                ? $"{secret.Namespace}/{secret.Name} still holds Argo CD's first password: change it, and delete the secret"
                : $"{secret.Namespace}/{secret.Name} is neither sealed nor external: seal it, or say in {PlanSections.Secrets}.external who makes it");
        }

        return findings;
    }
}
