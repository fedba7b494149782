using Hardening.Components;
using Hardening.Infra.Plans;

namespace Hardening.Infra.Reports;

/// <summary>Lists the secrets that something else makes: whoever sets the cluster up has to know of them.</summary>
internal static class ExternalSecrets
{
    public static IEnumerable<Notice> Of(HardeningPlan plan, PlanPlaces places) => (plan.Secrets?.Bundle.External ?? []).Select((secret, index) =>
    {
        var path = $"{PlanSections.Secrets}.external[{index}]";
        return Notice.Of(new Warning(path, $"{secret.Namespace}/{secret.Name} is external, nothing here creates it: {secret.Reason}; used by {string.Join(", ", secret.UsedBy ?? [])}"), places.Of(path));
    });
}
