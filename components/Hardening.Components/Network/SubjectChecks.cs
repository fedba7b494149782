using Hardening.Primitives;
using Pulumi;

namespace Hardening.Components;

/// <summary>Checks whom a policy governs and what it is called.</summary>
internal static class SubjectChecks
{
    private const int LongestName = 253;

    public static void Check(Input<string>? @namespace, string? policyName, string suffix, Dictionary<string, string>? podSelector, ProblemList problems)
    {
        if (@namespace is null)
        {
            problems.Add("namespace", null, "is missing", "name the namespace whose pods are governed");
        }
        else
        {
            InputLeaf.Of(@namespace).Check(problems, "namespace", NameChecks.Label);
        }

        if (policyName is { } name)
        {
            if (KubernetesName.CheckSubdomain(name) is { } message)
            {
                problems.Add("policyName", name, $"is no object name: {message}", "write lower-case letters, digits and dashes");
            }
            else if (name.Length + suffix.Length > LongestName)
            {
                problems.Add(
                    "policyName",
                    name,
                    $"leaves no room for {suffix}, the suffix of the policy of carve-outs",
                    $"use at most {LongestName - suffix.Length} characters");
            }
        }

        LabelChecks.Check(podSelector, problems, "podSelector");
    }
}
