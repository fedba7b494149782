using Pulumi;
using Pulumi.Kubernetes.AdmissionRegistration.V1;
using Pulumi.Kubernetes.Types.Inputs.AdmissionRegistration.V1;
using Pulumi.KubernetesCrds.KyvernoPolicies.V1;

namespace Hardening.Components;

/// <summary>The policies that give pods their constraints as they are created: one CEL text for both engines.</summary>
internal static class SpreadPolicies
{
    private const string JsonPatch = "JSONPatch";
    private const string Never = "Never";

    public static void CreateKyverno(string name, TopologySpreadArgs args, Resource parent)
    {
        var rules = new TopologySpreadRules(args);
        var spec = new MutatingPolicySpecArgs
        {
            FailurePolicy = args.FailurePolicy ?? PolicyFailure.Ignore,
            // Kyverno would run the patch on the pods' controllers too, without translating its path.
            Autogen = new MutatingPolicySpecAutogenArgs { PodControllers = new MutatingPolicySpecAutogenPodControllersArgs { Controllers = Array.Empty<string>() } },
            MatchConstraints = new MutatingPolicySpecMatchConstraintsArgs
            {
                ResourceRules = new MutatingPolicySpecMatchConstraintsExcludeResourceRulesArgs { ApiGroups = "", ApiVersions = "v1", Operations = "CREATE", Resources = "pods" },
            },
            MatchConditions = rules.Conditions.Select(Named).ToArray(),
            Variables = Named(rules.Variable),
            Mutations = new MutatingPolicySpecMutationsArgs
            {
                PatchType = JsonPatch,
                JsonPatch = new MutatingPolicySpecMutationsApplyConfigurationArgs { Expression = TopologySpreadRules.Patch },
            },
            ReinvocationPolicy = Never,
        };
        _ = new MutatingPolicy($"{name}-policy", new MutatingPolicyArgs { Metadata = PodPolicy.Metadata(args.PolicyName!), Spec = spec }, new CustomResourceOptions { Parent = parent });
    }

    public static void CreateNative(string name, TopologySpreadArgs args, Resource parent)
    {
        var rules = new TopologySpreadRules(args);
        var spec = new MutatingAdmissionPolicySpecArgs
        {
            FailurePolicy = args.FailurePolicy ?? PolicyFailure.Ignore,
            MatchConstraints = new MatchResourcesArgs
            {
                ResourceRules = new NamedRuleWithOperationsArgs { ApiGroups = "", ApiVersions = "v1", Operations = "CREATE", Resources = "pods" },
            },
            MatchConditions = rules.Conditions.Select(condition => new MatchConditionArgs { Name = condition.Name, Expression = condition.Expression }).ToArray(),
            Variables = new VariableArgs { Name = rules.Variable.Name, Expression = rules.Variable.Expression },
            Mutations = new MutationArgs { PatchType = JsonPatch, JsonPatch = new JSONPatchArgs { Expression = TopologySpreadRules.Patch } },
            ReinvocationPolicy = Never,
        };
        var policy = new MutatingAdmissionPolicy(
            $"{name}-policy",
            new MutatingAdmissionPolicyArgs { Metadata = PodPolicy.Metadata(args.PolicyName!), Spec = spec },
            new CustomResourceOptions { Parent = parent });
        var binding = new MutatingAdmissionPolicyBindingArgs
        {
            Metadata = PodPolicy.Metadata(args.PolicyName!),
            Spec = new MutatingAdmissionPolicyBindingSpecArgs { PolicyName = args.PolicyName! },
        };
        _ = new MutatingAdmissionPolicyBinding($"{name}-binding", binding, new CustomResourceOptions { Parent = parent, DependsOn = policy });
    }

    private static MutatingPolicySpecMatchConditionsArgs Named((string Name, string Expression) pair) => new() { Name = pair.Name, Expression = pair.Expression };
}
