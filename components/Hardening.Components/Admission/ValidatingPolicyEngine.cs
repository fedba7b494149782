using Pulumi;
using Pulumi.KubernetesCrds.KyvernoPolicies.V1;

namespace Hardening.Components;

/// <summary>
/// A policy about pods as Kyverno's <c>ValidatingPolicy</c>. Two policies: one for pods, from which Kyverno makes the rules for their controllers, and one for ephemeral
/// containers, because a policy that names both kinds gets no such rules.
/// </summary>
internal static class ValidatingPolicyEngine
{
    private static readonly string[] Controllers = ["daemonsets", "deployments", "statefulsets", "jobs", "cronjobs"];

    public static void Create(PodPolicy policy)
    {
        var ephemeralName = policy.PolicyName + "-ephemeral";
        // Exceptions first: an enforcing policy without them would refuse what is exempt.
        Resource[] exceptions = [.. policy.Exceptions.Select(exception => Exception(policy, exception, ephemeralName))];
        _ = new ValidatingPolicy(policy.ResourceName("pods"), Policy(policy, policy.PolicyName, "pods", ["CREATE", "UPDATE"], policy.JudgesControllers ? Controllers : []), policy.Options(exceptions));
        _ = new ValidatingPolicy(policy.ResourceName("ephemeral"), Policy(policy, ephemeralName, "pods/ephemeralcontainers", ["UPDATE"], []), policy.Options(exceptions));
    }

    private static ValidatingPolicyArgs Policy(PodPolicy policy, string name, string resource, string[] operations, string[] controllers)
    {
        var spec = new ValidatingPolicySpecArgs
        {
            ValidationActions = Actions(policy.Mode),
            FailurePolicy = policy.OnFailure,
            Autogen = new ValidatingPolicySpecAutogenArgs
            {
                PodControllers = new ValidatingPolicySpecAutogenPodControllersArgs { Controllers = controllers },
            },
            MatchConstraints = new ValidatingPolicySpecMatchConstraintsArgs
            {
                ResourceRules = new ValidatingPolicySpecMatchConstraintsExcludeResourceRulesArgs
                {
                    ApiGroups = "",
                    ApiVersions = "v1",
                    Operations = operations,
                    Resources = resource,
                },
            },
            Variables = policy.Variables.Select(Named).ToArray(),
            Validations = new ValidatingPolicySpecValidationsArgs
            {
                Expression = policy.Expression,
                Message = policy.Message,
                MessageExpression = policy.MessageExpression,
            },
        };
        // Not a namespace selector: the rules that Kyverno makes for controllers lose it.
        foreach (var condition in policy.Conditions)
        {
            spec.MatchConditions.Add(Named(condition));
        }

        return new ValidatingPolicyArgs { Metadata = PodPolicy.Metadata(name), Spec = spec };
    }

    private static PolicyException Exception(PodPolicy policy, PodPolicyException exception, string ephemeralName)
    {
        var spec = new PolicyExceptionSpecArgs
        {
            PolicyRefs = new[] { Reference(policy.PolicyName), Reference(ephemeralName) },
            MatchConditions = new PolicyExceptionSpecMatchConditionsArgs
            {
                Name = exception.Name,
                Expression = exception.ForPodsAndControllers,
            },
        };
        if (policy.ExceptionsEnd)
        {
            spec.ExpiresAt = Expiry.LastMoment(exception.Expires);
        }

        var args = new PolicyExceptionArgs { Metadata = PodPolicy.Metadata(policy.ObjectName(exception), policy.ExceptionNamespace, exception.Annotations), Spec = spec };
        return new PolicyException(policy.ResourceName("exception-" + exception.Name), args, policy.Options());
    }

    private static PolicyExceptionSpecPolicyRefsArgs Reference(string name) => new() { Kind = ValidatingPolicy.KindName, Name = name };

    private static string[] Actions(string mode) => mode switch
    {
        Rollout.Enforce => [ValidatingPolicySpecValidationActions.Deny],
        Rollout.Warn => [ValidatingPolicySpecValidationActions.Warn, ValidatingPolicySpecValidationActions.Audit],
        _ => [ValidatingPolicySpecValidationActions.Audit],
    };

    private static ValidatingPolicySpecMatchConditionsArgs Named((string Name, string Expression) pair) =>
        new() { Name = pair.Name, Expression = pair.Expression };
}
