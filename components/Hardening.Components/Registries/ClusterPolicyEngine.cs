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
    private static readonly string[] Kinds = ["Pod", "Pod/ephemeralcontainers"];

    public static void Create(RegistryPolicy policy)
    {
        Resource[] exceptions = [.. policy.Exceptions.Select(exception => Exception(policy, exception))];
        _ = new ClusterPolicy(policy.ResourceName("policy"), Policy(policy), policy.Options(exceptions));
    }

    private static ClusterPolicyArgs Policy(RegistryPolicy policy) => new()
    {
        Metadata = RegistryPolicy.Metadata(policy.PolicyName, annotations: [new("pod-policies.kyverno.io/autogen-controllers", "none")]),
        Spec = new ClusterPolicySpecArgs
        {
            Background = true,
            EmitWarning = policy.Mode == Rollout.Warn,
            WebhookConfiguration = new ClusterPolicySpecWebhookConfigurationArgs { FailurePolicy = policy.FailurePolicy },
            Rules = new ClusterPolicySpecRulesArgs
            {
                Name = RuleName,
                Match = new ClusterPolicySpecRulesExcludeArgs
                {
                    Any = new ClusterPolicySpecRulesExcludeAllArgs
                    {
                        Resources = new ClusterPolicySpecRulesExcludeResourcesArgs { Kinds = Kinds, Operations = new[] { "CREATE", "UPDATE" } },
                    },
                },
                CelPreconditions = Named(policy.Conditions),
                Validate = new ClusterPolicySpecRulesValidateArgs
                {
                    FailureAction = policy.Mode == Rollout.Enforce ? "Enforce" : "Audit",
                    // Images that already run are not judged again by the text itself.
                    AllowExistingViolations = false,
                    Cel = new ClusterPolicySpecRulesValidateCelArgs
                    {
                        Variables = Named(policy.Variables),
                        Expressions = new ClusterPolicySpecRulesValidateCelExpressionsArgs
                        {
                            Expression = RegistryCel.IsAllowed,
                            Message = RegistryPolicy.StaticMessage,
                            MessageExpression = RegistryCel.Message,
                        },
                    },
                },
            },
        },
    };

    private static PolicyException Exception(RegistryPolicy policy, RegistryExceptionArgs exception)
    {
        var resources = new PolicyExceptionSpecMatchAllResourcesArgs { Kinds = Kinds, Namespaces = exception.Namespace! };
        if (LabelSelector.TryParse(exception.Selector, out var selector, out _) && !selector.IsEverything)
        {
            resources.Selector = Selector(selector);
        }

        var spec = new PolicyExceptionSpecArgs
        {
            Exceptions = new PolicyExceptionSpecExceptionsArgs { PolicyName = policy.PolicyName, RuleNames = RuleName },
            Match = new PolicyExceptionSpecMatchArgs { Any = new PolicyExceptionSpecMatchAllArgs { Resources = resources } },
        };
        if (exception.Images is { Count: > 0 } images)
        {
            spec.Conditions = new PolicyExceptionSpecConditionsArgs { All = OnlyImages(policy.Trusted.Concat(new RegistryRules(images).Trusted)) };
        }

        var args = new PolicyExceptionArgs
        {
            Metadata = RegistryPolicy.Metadata(policy.ObjectName(exception), policy.Args.Cluster!.KyvernoExceptionNamespace, RegistryPolicy.Reasons(exception)),
            Spec = spec,
        };
        return new PolicyException(policy.ResourceName("exception-" + RegistryExceptionRules.NameOf(exception)), args, policy.Options());
    }

    // Conditions of a legacy exception know patterns only, which see images as written: a Docker Hub image without a host is not among the trusted ones here.
    private static PolicyExceptionSpecConditionsAllArgs OnlyImages(IEnumerable<string> prefixes) => new()
    {
        Key = "{{ [request.object.spec.[containers, initContainers, ephemeralContainers][].image, request.object.spec.volumes[].image.reference][][] }}",
        Operator = "AllIn",
        Value = prefixes.SelectMany(prefix => new[] { prefix, prefix + "/*", prefix + ":*", prefix + "@*" }).ToImmutableArray<object>(),
    };

    private static PolicyExceptionSpecMatchAllResourcesNamespaceSelectorArgs Selector(LabelSelector selector)
    {
        var args = new PolicyExceptionSpecMatchAllResourcesNamespaceSelectorArgs
        {
            MatchExpressions = selector.MatchExpressions
                .Select(requirement => new PolicyExceptionSpecMatchAllResourcesNamespaceSelectorMatchExpressionsArgs
                {
                    Key = requirement.Key,
                    Operator = requirement.Operator,
                    Values = requirement.Values.ToArray(),
                })
                .ToArray(),
        };
        foreach (var (key, value) in selector.MatchLabels)
        {
            args.MatchLabels.Add(key, value);
        }

        return args;
    }

    private static InputList<ClusterPolicySpecRulesCelPreconditionsArgs> Named(IEnumerable<(string Name, string Expression)> expressions) =>
        expressions.Select(pair => new ClusterPolicySpecRulesCelPreconditionsArgs { Name = pair.Name, Expression = pair.Expression }).ToArray();
}
