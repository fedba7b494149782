using Hardening.Preview;

namespace Hardening.Infra.Reports.DefinitionOfDone.Evidence;

/// <summary>Admission policies about pods as the engines have them.</summary>
internal static class PodPolicies
{
    private static readonly string[] Kinds = ["ValidatingPolicy", "ClusterPolicy", "ValidatingAdmissionPolicy"];

    /// <summary>Whether Kyverno evaluates a policy, and not Kubernetes itself.</summary>
    public static bool IsOfKyverno(CapturedResource policy) => policy.Kind is "ValidatingPolicy" or "ClusterPolicy";

    /// <summary>Among objects, the policies that judge pods when they are created.</summary>
    public static IEnumerable<CapturedResource> About(IEnumerable<CapturedResource> objects) => objects.Where(made => Kinds.Contains(made.Kind, StringComparer.Ordinal) && JudgesPods(made));

    /// <summary>The field that says what becomes of a refusal: of the policy itself, or of its binding.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="objects">The objects among which its binding is.</param>
    public static (CapturedResource Holder, string Field, CapturedValue? Value) Action(CapturedResource policy, IEnumerable<CapturedResource> objects)
    {
        const string actions = "validationActions";
        if (policy.Kind == "ClusterPolicy")
            return (policy, "spec.rules[0].validate.failureAction", policy.Inputs["spec"]?["rules"]?.Items[0]["validate"]?["failureAction"]);
        if (policy.Kind == "ValidatingPolicy")
            return (policy, $"spec.{actions}", policy.Inputs["spec"]?[actions]);
        var binding = objects.FirstOrDefault(made => made.Kind == "ValidatingAdmissionPolicyBinding" && made.Inputs["spec"]?["policyName"]?.Text == policy.ObjectName);
        return (binding ?? policy, $"spec.{actions}", binding?.Inputs["spec"]?[actions]);
    }

    /// <summary>Whether an action refuses.</summary>
    public static bool Refuses(CapturedValue? action) => action?.Text == "Enforce" || action?.Items.Any(item => item.Text == "Deny") == true;

    /// <summary>Whether a condition of the policy has a name and speaks of a text: of a namespace that is left alone, for one.</summary>
    public static bool Speaks(CapturedResource policy, string condition, string of)
    {
        var spec = policy.Inputs["spec"];
        var conditions = spec?["matchConditions"]?.Items ?? (spec?["rules"]?.Items is { Count: > 0 } rules ? rules[0]["celPreconditions"]?.Items : null) ?? [];
        return conditions.Any(item => item["name"]?.Text == condition && item["expression"]?.Text?.Contains($"'{of}'", StringComparison.Ordinal) == true);
    }

    private static bool JudgesPods(CapturedResource policy)
    {
        var spec = policy.Inputs["spec"];
        return policy.Kind == "ClusterPolicy"
            ? spec?["rules"]?.Items.Any(rule => rule["match"]?["any"]?.Items.Any(any => Names(any["resources"]?["kinds"], "Pod")) == true) == true
            : spec?["matchConstraints"]?["resourceRules"]?.Items.Any(rule => Names(rule["resources"], "pods") && Names(rule["operations"], "CREATE")) == true;
    }

    private static bool Names(CapturedValue? list, string name) => list?.Items.Any(item => item.Text == name) == true;
}
