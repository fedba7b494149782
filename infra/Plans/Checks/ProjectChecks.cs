using System.Globalization;
using Hardening.Components;
using Hardening.Infra.Plans.Reading;
using Hardening.Primitives;

namespace Hardening.Infra.Plans.Checks;

/// <summary>The namespaces that Argo CD's projects name are those of the plan.</summary>
internal static class ProjectChecks
{
    private const string InCluster = "in-cluster";

    public static void Run(HardeningPlan plan, HashSet<string> known, PlanProblems problems)
    {
        for (var index = 0; index < plan.Projects.Count; index++)
        {
            var project = plan.Projects[index];
            var path = string.Create(CultureInfo.InvariantCulture, $"{PlanSections.Projects}[{index}]");
            ReferenceChecks.CheckNamespace(project.Namespace ?? GitOpsProjectArgs.DefaultNamespace, path + ".namespace", known, problems);
            for (var at = 0; at < project.Destinations?.Count; at++)
            {
                var destination = project.Destinations[at];
                var name = destination.Namespace?.TrimStart('!');
                if ((destination.Server is GitOpsDestinationArgs.InCluster || destination.Name is InCluster) && KubernetesName.CheckLabel(name) is null)
                    ReferenceChecks.CheckNamespace(name!, string.Create(CultureInfo.InvariantCulture, $"{path}.destinations[{at}].namespace"), known, problems);
            }
        }
    }
}
