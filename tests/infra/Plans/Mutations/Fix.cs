using System.Text.RegularExpressions;
using Hardening.Components;
using Hardening.Infra.StackFiles;

namespace Hardening.Infra.Tests.Plans.Mutations;

/// <summary>Does what a refusal says, where it says it in words that leave no choice.</summary>
internal static partial class Fix
{
    /// <summary>Every plan that does what the problem's fix says; none where a reader has to decide.</summary>
    public static IEnumerable<IReadOnlyDictionary<string, ConfigNode>> Apply(IReadOnlyDictionary<string, ConfigNode> sections, Problem problem)
    {
        if (Meant().Match(problem.Fix) is { Success: true } meant)
            return Only(IsAboutKey(problem) ? PlanPath.Rename(sections, problem.Path, meant.Groups["x"].Value) : Set(sections, problem.Path, meant.Groups["x"].Value));
        if (Removal().IsMatch(problem.Fix))
            return Only(PlanPath.Edit(sections, problem.Fix.StartsWith("remove one of the two", StringComparison.Ordinal) ? problem.Path[..(problem.Path.LastIndexOf(']') + 1)] : problem.Path, _ => null));
        if (Quotes().Match(problem.Fix) is { Success: true } quotes)
            return Only(PlanPath.Edit(sections, problem.Path, _ => ConfigNode.String(quotes.Groups["x"].Value)));
        if (problem.Fix.StartsWith("write true or false", StringComparison.Ordinal))
            return new[] { true, false }.SelectMany(flag => Only(PlanPath.Edit(sections, problem.Path, _ => ConfigNode.Bool(flag))));
        if (Choices().Match(problem.Fix == "write one of them" ? problem.Message : problem.Fix) is { Success: true } choices)
            return choices.Groups["x"].Value.Split(", ").SelectMany(choice => Only(Set(sections, problem.Path, choice)));
        return Value().Match(problem.Fix) is { Success: true } value ? Only(value.Value.Contains('"', StringComparison.Ordinal) ? PlanPath.Edit(sections, problem.Path, _ => ConfigNode.String(value.Groups["x"].Value)) : Set(sections, problem.Path, value.Groups["x"].Value)) : [];
    }

    /// <summary>Keys that may be anything are written in brackets.</summary>
    private static bool IsAboutKey(Problem problem) => problem.Message.StartsWith("is no key", StringComparison.Ordinal) || (problem.Path.EndsWith(']') && !char.IsAsciiDigit(problem.Path[^2]));

    private static IReadOnlyDictionary<string, ConfigNode>? Set(IReadOnlyDictionary<string, ConfigNode> sections, string path, string text) =>
        PlanPath.Edit(sections, path, _ => text.All(char.IsAsciiDigit) ? ConfigNode.Number(text) : text is "true" or "false" ? ConfigNode.Bool(text is "true") : ConfigNode.String(text));

    private static IEnumerable<IReadOnlyDictionary<string, ConfigNode>> Only(IReadOnlyDictionary<string, ConfigNode>? plan) => plan is null ? [] : [plan];

    [GeneratedRegex(@"\Adid you mean (?<x>[^\s?]+)\?", RegexOptions.ExplicitCapture, 60_000)]
    private static partial Regex Meant();

    [GeneratedRegex(@"\Aput it in quotes: ""(?<x>.+)""\z", RegexOptions.ExplicitCapture, 60_000)]
    private static partial Regex Quotes();

    [GeneratedRegex(@"\A(remove it|remove the label|remove one of the two|leave it out)\b", RegexOptions.ExplicitCapture, 60_000)]
    private static partial Regex Removal();

    [GeneratedRegex(@"\A(is none|write one) of (?<x>[A-Za-z0-9-]+(, [A-Za-z0-9-]+)+)\z", RegexOptions.ExplicitCapture, 60_000)]
    private static partial Regex Choices();

    [GeneratedRegex(@"\Awrite (it as |a name such as |the day as |an existing day as )?""?(?<x>[^\s,;:<>""]+)""?(, then .*)?\z", RegexOptions.ExplicitCapture, 60_000)]
    private static partial Regex Value();
}
