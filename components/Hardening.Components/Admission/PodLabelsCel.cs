using Hardening.Primitives;

namespace Hardening.Components;

/// <summary>The CEL text that recognises pods by their labels. It never fails, whatever object it is asked about.</summary>
internal static class PodLabelsCel
{
    /// <summary>One condition a requirement of the selector; none for the selector of everything.</summary>
    /// <param name="selector">The selector.</param>
    /// <param name="pod">The expression of the pod, or of the template in its controller.</param>
    public static IEnumerable<string> Conditions(LabelSelector selector, string pod)
    {
        var labels = $"{pod}.metadata.labels";
        var present = $"has({pod}.metadata) && has({labels})";
        foreach (var (key, value) in selector.MatchLabels)
        {
            yield return $"{present} && {CelText.Literal(key)} in {labels} && {labels}[{CelText.Literal(key)}] == {CelText.Literal(value)}";
        }

        foreach (var requirement in selector.MatchExpressions)
        {
            var key = CelText.Literal(requirement.Key);
            var values = CelText.List(requirement.Values);
            yield return requirement.Operator switch
            {
                LabelOperator.In => $"{present} && {key} in {labels} && {labels}[{key}] in {values}",
                LabelOperator.NotIn => $"!({present} && {key} in {labels} && {labels}[{key}] in {values})",
                LabelOperator.Exists => $"{present} && {key} in {labels}",
                _ => $"!({present} && {key} in {labels})",
            };
        }
    }
}
