using Pulumi.Kubernetes.AdmissionRegistration.V1;
using Pulumi.Kubernetes.Types.Inputs.AdmissionRegistration.V1;

namespace Hardening.Components;

/// <summary>A policy about pods as Kubernetes' own <c>ValidatingAdmissionPolicy</c> with its binding. Exceptions are conditions of the policy: when one holds, nothing is judged.</summary>
internal static class AdmissionPolicyEngine
{
    public static void Create(PodPolicy policy)
    {
        var admission = new ValidatingAdmissionPolicy(policy.ResourceName("policy"), Policy(policy), policy.Options());
        var binding = new ValidatingAdmissionPolicyBindingArgs
        {
            Metadata = PodPolicy.Metadata(policy.PolicyName),
            Spec = new ValidatingAdmissionPolicyBindingSpecArgs { PolicyName = policy.PolicyName, ValidationActions = Actions(policy.Mode) },
        };
        _ = new ValidatingAdmissionPolicyBinding(policy.ResourceName("binding"), binding, policy.Options(admission));
    }

    private static ValidatingAdmissionPolicyArgs Policy(PodPolicy policy)
    {
        var spec = new ValidatingAdmissionPolicySpecArgs
        {
            FailurePolicy = policy.OnFailure,
            MatchConstraints = new MatchResourcesArgs
            {
                ResourceRules = new[] { Rule("pods", "CREATE", "UPDATE"), Rule("pods/ephemeralcontainers", "UPDATE") },
            },
            Variables = policy.Variables.Select(pair => new VariableArgs { Name = pair.Name, Expression = pair.Expression }).ToArray(),
            Validations = new ValidationArgs
            {
                Expression = policy.Expression,
                Message = policy.Message,
                MessageExpression = policy.MessageExpression,
            },
        };
        foreach (var (name, expression) in policy.Conditions.Concat(policy.Exceptions.Select(Condition)))
        {
            spec.MatchConditions.Add(new MatchConditionArgs { Name = name, Expression = expression });
        }

        return new ValidatingAdmissionPolicyArgs { Metadata = PodPolicy.Metadata(policy.PolicyName, annotations: policy.Exceptions.Select(Reason)), Spec = spec };
    }

    private static NamedRuleWithOperationsArgs Rule(string resource, params string[] operations) =>
        new() { ApiGroups = "", ApiVersions = "v1", Operations = operations, Resources = resource };

    private static (string Name, string Expression) Condition(PodPolicyException exception) =>
        ("exception-" + exception.Name, CelText.Lines("!(", CelText.Indent(exception.ForPods), ")"));

    private static KeyValuePair<string, string> Reason(PodPolicyException exception) =>
        new("exception.hardening/" + exception.Name, $"{exception.Reason} (owner {exception.Owner}, until {exception.Expires})");

    private static string[] Actions(string mode) => mode switch
    {
        Rollout.Enforce => ["Deny"],
        Rollout.Warn => ["Warn", "Audit"],
        _ => ["Audit"],
    };
}
