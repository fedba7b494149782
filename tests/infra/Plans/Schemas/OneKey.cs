using Hardening.Components;

namespace Hardening.Infra.Tests.Plans.Schemas;

/// <summary>Problems that a schema can know of.</summary>
internal static class OneKey
{
    /// <summary>Whether readers refuse a key for what it is by itself.</summary>
    public static bool IsAbout(Problem problem) =>
        problem.Message is "is no key of the plan here" or "has no value" or "is missing" or "is not a value that this argument knows"
        || problem.Message.StartsWith("is none of ", StringComparison.Ordinal)
        || problem.Message.StartsWith("is no whole number from ", StringComparison.Ordinal)
        || problem.Message.StartsWith("is not between ", StringComparison.Ordinal)
        || (problem.Message.Contains(" where ", StringComparison.Ordinal) && problem.Message.EndsWith(" belongs", StringComparison.Ordinal));
}
