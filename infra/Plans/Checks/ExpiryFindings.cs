using Hardening.Components;
using Hardening.Infra.Plans.Reading;

namespace Hardening.Infra.Plans.Checks;

/// <summary>Exemptions and exceptions whose last day has passed.</summary>
internal static class ExpiryFindings
{
    public static IEnumerable<Finding> Find(HardeningPlan plan, DateOnly asOf) =>
        All(plan).Where(item => Expiry.IsExpired(item.Expires, asOf)).Select(item => new Finding(
            item.Path + ".expires",
            $"the exemption of {item.What} expired on {item.Expires}; {item.Owner} owns it: renew it with a new day, or remove it"));

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

        if (plan.Registries is not { } registries)
            yield break;
        for (var index = 0; index < registries.Exclusions.Count; index++)
        {
            var exclusion = registries.Exclusions[index];
            var name = registries.Args.ExcludedNamespaces?[index];
            yield return ($"{PlanSections.Registries}.{RegistriesReader.ExcludedKey}[{index}]", $"{name} from {Controls.RegistryAllowlist}", exclusion.Owner, exclusion.Expires);
        }

        for (var index = 0; index < registries.Args.Exceptions?.Count; index++)
        {
            var exception = registries.Args.Exceptions[index];
            yield return ($"{PlanSections.Exceptions}[{index}]", $"{exception.Name ?? exception.Namespace} from {Controls.RegistryAllowlist}", exception.Owner, exception.Expires);
        }
    }
}
