using Hardening.Infra.StackFiles;

namespace Hardening.Infra.Tests.Plans.Mutations;

/// <summary>One change to one leaf of a plan.</summary>
/// <param name="Kind">What was done: <c>missing</c>, <c>mistyped: list</c>, <c>misspelt key</c> and so on.</param>
/// <param name="Path">The leaf.</param>
/// <param name="Owner">The object or list that holds it, or the group of numbers that are judged together.</param>
/// <param name="Sections">The whole plan after the change.</param>
internal sealed record Mutation(string Kind, string Path, string Owner, IReadOnlyDictionary<string, ConfigNode> Sections)
{
    /// <summary>The path with every index replaced, so that one line of a table speaks of every item of a list.</summary>
    public string Pattern { get; } = System.Text.RegularExpressions.Regex.Replace(Path, @"\[\d+\]", "[*]", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromMinutes(1));
}
