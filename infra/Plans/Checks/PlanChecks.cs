using Hardening.Components;
using Hardening.Infra.Plans.Reading;

namespace Hardening.Infra.Plans.Checks;

/// <summary>Checks a plan as a whole, and as the phase that it describes.</summary>
internal static class PlanChecks
{
    /// <summary>Adds what is wrong to the problems and gives back the phase, checked, with its warnings.</summary>
    public static CheckedPhase Run(HardeningPlan plan, PlanProblems problems, IReadOnlySet<string> secretSections)
    {
        ReferenceChecks.Run(plan, problems);
        var places = new PhasePlan(plan);
        var phase = HardeningPhase.Check(places.Args, places.PlaceOf);
        foreach (var problem in phase.Result.Problems)
        {
            problems.HidesValues = PlanSections.Of(problem.Path) is { } section && (section == PlanSections.Secrets || secretSections.Contains(section));
            problems.Add(problem);
        }

        problems.HidesValues = false;
        return phase;
    }
}
