using System.Collections.Immutable;
using Hardening.Primitives;
using Pulumi;
using Pulumi.KubernetesCrds.Kyverno.V1;
using Pulumi.KubernetesCrds.Kyverno.V2;

namespace Hardening.Components;

/// <summary>The allowlist as Kyverno's legacy <c>ClusterPolicy</c>, with the same CEL text. No rules are made for controllers: pods are what is judged.</summary>
internal static class ClusterPolicyEngine
{
    private const string RuleName = "registries";

    /// <summary>Of a rule, which Kyverno takes to mean ephemeral containers too; it refuses a policy that names them and looks at what already runs.</summary>
    private const string Kind = "Pod";

    /// <summary>Of an exception, which means what it says.</summary>
    private static readonly string[] ExceptedKinds = [Kind, "Pod/ephemeralcontainers"];

    public static void Create(PodPolicy policy, List<ImageExceptionArgs> excepted, IReadOnlyList<string> trusted)
    {
        Resource[] exceptions = [.. excepted.Zip(policy.Exceptions, (args, exception) => Exception(policy, exception, args, trusted))];
        _ = new ClusterPolicy(policy.ResourceName("policy"), Policy(policy), policy.Options(exceptions));
    }

    private static ClusterPolicyArgs Policy(PodPolicy policy) => new()
    {
        Metadata = PodPolicy.Metadata(policy.PolicyName, annotations: [new("pod-policies.kyverno.io/autogen-controllers", "none")]),
        Spec = new ClusterPolicySpecArgs
        {
            Background = true,
            EmitWarning = policy.Mode == Rollout.Warn,
            WebhookConfiguration = new ClusterPolicySpecWebhookConfigurationArgs { FailurePolicy = policy.OnFailure },
            Rules = Rule(policy),
        },
    };

    private static ClusterPolicySpecRulesArgs Rule(PodPolicy policy)
    {
        var rule = new ClusterPolicySpecRulesArgs
        {
            Name = RuleName,
            Match = new ClusterPolicySpecRulesExcludeArgs
            {
                Any = new ClusterPolicySpecRulesExcludeAllArgs
                {
                    Resources = new ClusterPolicySpecRulesExcludeResourcesArgs { Kinds = Kind, Operations = new[] { "CREATE", "UPDATE" } },
                },
            },
            Validate = new ClusterPolicySpecRulesValidateArgs
            {
                FailureAction = policy.Mode == Rollout.Enforce ? "Enforce" : "Audit",
                // The text itself leaves alone what already runs.
                AllowExistingViolations = false,
                Cel = new ClusterPolicySpecRulesValidateCelArgs
                {
                    Variables = policy.Variables.Select(Named).ToArray(),
                    Expressions = new ClusterPolicySpecRulesValidateCelExpressionsArgs
                    {
                        Expression = policy.Expression,
                        Message = policy.Message,
                        MessageExpression = policy.MessageExpression,
                    },
                },
            },
        };
        foreach (var condition in policy.Conditions)
        {
            rule.CelPreconditions.Add(Named(condition));
        }

        return rule;
    }

    private static PolicyException Exception(PodPolicy policy, PodPolicyException exception, ImageExceptionArgs excepted, IReadOnlyList<string> trusted)
    {
        var resources = new PolicyExceptionSpecMatchAllResourcesArgs { Kinds = ExceptedKinds, Namespaces = excepted.Namespace! };
        if (LabelSelector.TryParse(excepted.Selector, out var selector, out _) && !selector.IsEverything)
        {
            resources.Selector = Selector(selector);
        }

        var spec = new PolicyExceptionSpecArgs
        {
            Exceptions = new PolicyExceptionSpecExceptionsArgs { PolicyName = policy.PolicyName, RuleNames = RuleName },
            Match = new PolicyExceptionSpecMatchArgs { Any = new PolicyExceptionSpecMatchAllArgs { Resources = resources } },
        };
        if (excepted.Images is { Count: > 0 } images)
        {
            spec.Conditions = new PolicyExceptionSpecConditionsArgs { All = OnlyImages(trusted.Concat(new RegistryRules(images).Trusted)) };
        }

        var args = new PolicyExceptionArgs
        {
            Metadata = PodPolicy.Metadata(policy.ObjectName(exception), policy.ExceptionNamespace, exception.Annotations),
            Spec = spec,
        };
        return new PolicyException(policy.ResourceName("exception-" + exception.Name), args, policy.Options());
    }

    // Conditions of a legacy exception know patterns only, which see images as written: a Docker Hub image without a host is not among the trusted ones here.
    private static PolicyExceptionSpecConditionsAllArgs OnlyImages(IEnumerable<string> prefixes) => new()
    {
        Key = "{{ [request.object.spec.[containers, initContainers, ephemeralContainers][].image, request.object.spec.volumes[].image.reference][] }}",
        Operator = "AllIn",
        Value = prefixes.SelectMany(Patterns).ToImmutableArray<object>(),
    };

    // Behind a bare host a colon starts a port, which is another endpoint.
    private static string[] Patterns(string prefix) =>
        prefix.Contains('/', StringComparison.Ordinal) ? [prefix, prefix + "/*", prefix + ":*", prefix + "@*"] : [prefix + "/*"];

    private static PolicyExceptionSpecMatchAllResourcesNamespaceSelectorArgs Selector(LabelSelector selector)
    {
        var args = new PolicyExceptionSpecMatchAllResourcesNamespaceSelectorArgs();
        foreach (var requirement in selector.MatchExpressions)
        {
            var expression = new PolicyExceptionSpecMatchAllResourcesNamespaceSelectorMatchExpressionsArgs { Key = requirement.Key, Operator = requirement.Operator };
            foreach (var value in requirement.Values)
            {
                expression.Values.Add(value);
            }

            args.MatchExpressions.Add(expression);
        }

        foreach (var (key, value) in selector.MatchLabels)
        {
            args.MatchLabels.Add(key, value);
        }

        return args;
    }

    private static ClusterPolicySpecRulesCelPreconditionsArgs Named((string Name, string Expression) pair) =>
        new() { Name = pair.Name, Expression = pair.Expression };
}
