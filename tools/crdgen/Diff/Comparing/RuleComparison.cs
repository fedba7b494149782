using Crdgen.Reading;

namespace Crdgen.Diff.Comparing;

/// <summary>
/// The CEL rules of one schema. Rules have no names: one that is gone and one that is new are the same rule, changed, where both have the message that no other
/// of them has.
/// </summary>
internal static class RuleComparison
{
    private const string Subject = "rule";

    public static IEnumerable<LocalChange> Of(IReadOnlyList<CelRule> old, IReadOnlyList<CelRule> @new)
    {
        var gone = Without(old, @new);
        var fresh = Without(@new, old);
        var after = Alone(fresh);
        var changed = Alone(gone).Where(rule => after.ContainsKey(rule.Key)).Select(rule => (Old: rule.Value, New: after[rule.Key])).ToList();
        return changed.OrderBy(pair => pair.Old.Rule, StringComparer.Ordinal).Select(Changed)
            .Concat(gone.Except(changed.Select(pair => pair.Old)).Select(rule => LocalChange.Loosened(Subject, rule.Rule, null)))
            .Concat(fresh.Except(changed.Select(pair => pair.New)).Select(rule => LocalChange.Tightened(Subject, null, rule.Rule)));
    }

    private static LocalChange Changed((CelRule Old, CelRule New) pair) =>
        LocalChange.Changed(Subject, pair.Old.Rule, pair.New.Rule, Impact.May) with { Note = pair.Old.Message is { } message ? $"message \"{message}\"" : null };

    private static List<CelRule> Without(IReadOnlyList<CelRule> rules, IReadOnlyList<CelRule> others) =>
        [.. rules.ExceptBy(others.Select(rule => rule.Rule), rule => rule.Rule, StringComparer.Ordinal).OrderBy(rule => rule.Rule, StringComparer.Ordinal)];

    private static Dictionary<string, CelRule> Alone(List<CelRule> rules) =>
        rules.GroupBy(rule => rule.Message ?? "", StringComparer.Ordinal).Where(same => same.Count() == 1).ToDictionary(same => same.Key, same => same.Single(), StringComparer.Ordinal);
}
