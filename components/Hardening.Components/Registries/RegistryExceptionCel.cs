using Hardening.Primitives;

namespace Hardening.Components;

/// <summary>The CEL text that recognises a workload with an exception. It never fails, whatever object it is asked about: a failing exception would refuse.</summary>
internal static class RegistryExceptionCel
{
    /// <summary>
    /// For Kyverno, which asks a policy's exceptions about pods and, unlike the policy's own text, unchanged about their controllers: <c>p</c> is the
    /// pod, or the template in its controller.
    /// </summary>
    public static string ForPodsAndControllers(RegistryExceptionArgs exception, IEnumerable<string> trusted) => RegistryCel.Lines(
        InNamespace(exception),
        "&& [has(object.spec.jobTemplate) ? object.spec.jobTemplate.spec.template : has(object.spec.template) ? object.spec.template : object]",
        $"  .exists(p, {string.Join(" && ", Conditions(exception, trusted, "p"))})");

    /// <summary>For Kubernetes' own policies, which see pods only.</summary>
    public static string ForPods(RegistryExceptionArgs exception, IEnumerable<string> trusted) =>
        string.Join("\n&& ", Conditions(exception, trusted, "object").Prepend(InNamespace(exception)));

    private static string InNamespace(RegistryExceptionArgs exception) =>
        $"has(object.metadata.namespace) && object.metadata.namespace == {RegistryCel.Literal(exception.Namespace!)}";

    private static IEnumerable<string> Conditions(RegistryExceptionArgs exception, IEnumerable<string> trusted, string pod)
    {
        var labels = LabelSelector.TryParse(exception.Selector, out var selector, out _) ? Labels(selector, pod).ToList() : [];
        foreach (var condition in labels)
        {
            yield return condition;
        }

        if (exception.Images is { Count: > 0 } images)
        {
            var accepted = RegistryCel.List(trusted.Concat(new RegistryRules(images).Trusted));
            yield return RegistryCel.Lines("(", RegistryCel.Indent(RegistryCel.Images($"{pod}.spec")), ").all(i,", RegistryCel.Indent(RegistryCel.IsTrusted("i", accepted)), ")");
        }
        else if (labels.Count == 0)
        {
            yield return "true";
        }
    }

    private static IEnumerable<string> Labels(LabelSelector selector, string pod)
    {
        var labels = $"{pod}.metadata.labels";
        var present = $"has({pod}.metadata) && has({labels})";
        foreach (var (key, value) in selector.MatchLabels)
        {
            yield return $"{present} && {RegistryCel.Literal(key)} in {labels} && {labels}[{RegistryCel.Literal(key)}] == {RegistryCel.Literal(value)}";
        }

        foreach (var requirement in selector.MatchExpressions)
        {
            var key = RegistryCel.Literal(requirement.Key);
            var values = RegistryCel.List(requirement.Values);
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
