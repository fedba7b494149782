using Hardening.Components;

namespace Hardening.Infra.Plans;

/// <summary>What reading a plan gave.</summary>
/// <param name="Plan">The plan; not to be deployed while there are problems.</param>
/// <param name="Problems">Everything that is wrong, in the order of the plan.</param>
/// <param name="Warnings">What is allowed and probably not meant.</param>
internal sealed record PlanResult(HardeningPlan Plan, IReadOnlyList<Problem> Problems, IReadOnlyList<Warning> Warnings)
{
    /// <summary>The plan, if nothing is wrong with it.</summary>
    /// <exception cref="BadInputException">Something is.</exception>
    public HardeningPlan OrThrow() => Problems.Count == 0 ? Plan : throw new BadInputException(Problems);
}
