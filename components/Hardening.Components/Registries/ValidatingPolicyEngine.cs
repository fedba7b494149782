using Pulumi;
using Pulumi.KubernetesCrds.KyvernoPolicies.V1;

namespace Hardening.Components;

/// <summary>
/// The allowlist as Kyverno's <c>ValidatingPolicy</c>. Two policies: one for pods, from which Kyverno makes the rules for their controllers, and one for ephemeral
/// containers, because a policy that names both kinds gets no such rules.
/// </summary>
internal static class ValidatingPolicyEngine
{
    private static readonly string[] Controllers = ["daemonsets", "deployments", "statefulsets", "jobs", "cronjobs"];

    public static void Create(RegistryPolicy policy)
    {
        var ephemeralName = policy.PolicyName + "-ephemeral";
        // Exceptions first: an enforcing policy without them would refuse what is exempt.
        Resource[] exceptions = [.. policy.Exceptions.Select(exception => Exception(policy, exception, ephemeralName))];
        _ = new ValidatingPolicy(policy.ResourceName("pods"), Policy(policy, policy.PolicyName, "pods", ["CREATE", "UPDATE"], Controllers), policy.Options(exceptions));
        _ = new ValidatingPolicy(policy.ResourceName("ephemeral"), Policy(policy, ephemeralName, "pods/ephemeralcontainers", ["UPDATE"], []), policy.Options(exceptions));
    }

    private static ValidatingPolicyArgs Policy(RegistryPolicy policy, string name, string resource, string[] operations, string[] controllers)
    {
        var spec = new ValidatingPolicySpecArgs
        {
            ValidationActions = Actions(policy.Mode),
            FailurePolicy = policy.FailurePolicy,
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
                Expression = RegistryCel.IsAllowed,
                Message = RegistryPolicy.StaticMessage,
                MessageExpression = RegistryCel.Message,
            },
        };
        // Not a namespace selector: the rules that Kyverno makes for controllers lose it.
        foreach (var condition in policy.Conditions)
        {
            spec.MatchConditions.Add(Named(condition));
        }

        return new ValidatingPolicyArgs { Metadata = RegistryPolicy.Metadata(name), Spec = spec };
    }

    private static PolicyException Exception(RegistryPolicy policy, RegistryExceptionArgs exception, string ephemeralName)
    {
        var args = new PolicyExceptionArgs
        {
            Metadata = RegistryPolicy.Metadata(policy.ObjectName(exception), policy.Args.Cluster!.KyvernoExceptionNamespace, RegistryPolicy.Reasons(exception)),
            Spec = new PolicyExceptionSpecArgs
            {
                PolicyRefs = new[] { Reference(policy.PolicyName), Reference(ephemeralName) },
                MatchConditions = new PolicyExceptionSpecMatchConditionsArgs
                {
                    Name = RegistryExceptionRules.NameOf(exception),
                    Expression = RegistryExceptionCel.ForPodsAndControllers(exception, policy.Trusted),
                },
                ExpiresAt = Expiry.LastMoment(exception.Expires!),
            },
        };
        return new PolicyException(policy.ResourceName("exception-" + RegistryExceptionRules.NameOf(exception)), args, policy.Options());
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
