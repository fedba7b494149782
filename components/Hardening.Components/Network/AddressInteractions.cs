using Hardening.Primitives;

namespace Hardening.Components;

/// <summary>How the address blocks of several rules act on each other.</summary>
internal static class AddressInteractions
{
    /// <summary>Warns where one rule allows what another leaves out.</summary>
    public static void WarnOfReopenedExceptions(IReadOnlyList<AddressBlocks> allowed, string fix, ProblemList problems)
    {
        foreach (var rule in allowed.Where(rule => rule.Except.Count > 0))
        {
            foreach (var other in allowed.Where(other => other != rule))
            {
                var reopened = rule.Except.Where(hole => Allows(other, hole)).ToList();
                if (reopened.Count > 0)
                {
                    problems.Warn(
                        $"{rule.Place}.except",
                        $"{other.Place} allows {(rule.IsSecret ? "some of them" : string.Join(", ", reopened))} again: except leaves a block out of its own rule only; {fix}");
                }
            }
        }
    }

    private static bool Allows(AddressBlocks rule, Cidr block) =>
        rule.Blocks.Any(wide => wide.Contains(block)) && !rule.Except.Any(hole => hole.Contains(block));
}
