using Hardening.Components;

namespace Hardening.Infra.Plans.Checks;

/// <summary>Exemptions and exceptions whose last day has passed, and a sealing certificate whose last day is near.</summary>
internal static class ExpiryFindings
{
    public static IEnumerable<Finding> Find(HardeningPlan plan, DateOnly asOf) =>
        All(plan).Where(item => Expiry.IsExpired(item.Expires, asOf)).Select(item => new Finding(
            item.Path + ".expires",
            $"the exemption of {item.What} expired on {item.Expires}; {item.Owner} owns it: renew it with a new day, or remove it"))
        .Concat((plan.Secrets is { } secrets ? SealedSecretBundle.Findings(secrets.Bundle, asOf) : []).Select(finding => finding.WithPrefix(PlanSections.Secrets)));

    private static IEnumerable<(string Path, string What, string? Owner, string? Expires)> All(HardeningPlan plan)
    {
        foreach (var space in plan.Namespaces)
        {
            for (var index = 0; index < space.Args.Exemptions?.Count; index++)
            {
                var exemption = space.Args.Exemptions[index];
                yield return ($"{space.Path}.exemptions[{index}]", $"{space.Name} from {exemption.Control}", exemption.Owner, exemption.Expires);
            }
        }

        foreach (var security in plan.Namespaces.SelectMany(space => space.Security))
            yield return (security.Path, $"{security.Args.Workload} in {security.Args.Namespace} from {Controls.WorkloadSecurity}", security.Args.Owner, security.Args.Expires);

        foreach (var exemptions in plan.Exemptions.Concat(new[] { plan.Defaults?.Exemptions }.OfType<PolicyExemptions>()))
        {
            for (var index = 0; index < exemptions.Reasons.Count; index++)
            {
                var reason = exemptions.Reasons[index];
                yield return (exemptions.PathOf(index), $"{exemptions.Namespaces?[index]} from {reason.Control}", reason.Owner, reason.Expires);
            }

            foreach (var (control, exception, path) in exemptions.Exceptions)
                yield return (path, $"{exception.Name ?? exception.Namespace} from {control}", exception.Owner, exception.Expires);
        }
    }
}
