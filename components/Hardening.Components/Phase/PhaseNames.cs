using System.Globalization;

namespace Hardening.Components;

/// <summary>The resource names of a phase's members, after its prefix. A dot stands in no namespace's and no workload's name, so that two members never share one.</summary>
internal static class PhaseNames
{
    private const string EgressPrefix = "egress-";
    private const string IngressPrefix = "ingress-";

    public const string Registries = "registry-allowlist";

    public const string Pinning = "image-pinning";

    public const string Alerts = "cert-manager-alerts";

    public const string Dashboard = "dashboard-access";

    public const string Secrets = "sealed-secrets";

    public const string Spread = "topology-spread";

    public const string Defaults = "namespace-defaults";

    /// <summary>An egress policy: its namespace, and what its own name says beyond that it is an egress policy.</summary>
    public static string Of(EgressPolicyArgs policy) => Of(PhaseEgress.NamespaceOf(policy), policy.PolicyName, EgressPolicyChecks.DefaultPolicyName, EgressPrefix);

    /// <summary>An ingress policy, in the same way.</summary>
    public static string Of(IngressPolicyArgs policy) =>
        Of(PhaseIngress.NamespaceOf(policy), policy.PolicyName, IngressPolicyChecks.DefaultPolicyName, IngressPrefix) + ".ingress";

    public static string Of(WorkloadSecurityArgs security) => $"{security.Namespace}.{security.Workload}.security";

    public static string Of(PodDisruptionArgs budget) => $"{budget.Namespace}.{budget.Workload}";

    public static string Of(GitOpsProjectArgs project) => $"{GitOpsProjectSet.NamespaceOf(project)}.{project.Name}";

    public static string Of(SecretRotationArgs rotation) => $"{rotation.Namespace}.{rotation.Workload}.{rotation.Kind ?? WorkloadKind.Deployment}";

    /// <summary>Refuses policies that would have no resource name, or that of another.</summary>
    public static void CheckEgress(IReadOnlyList<Accepted<EgressPolicyArgs>> egress, PhaseProblems problems) => CheckPolicies(
        "egress",
        EgressPrefix,
        nameof(EgressPolicy),
        egress.Select(policy => (policy.Args.Namespace is not null, PhaseEgress.NamespaceOf(policy.Args), policy.Args.PolicyName, Of(policy.Args))),
        problems);

    /// <summary>Refuses policies that would have no resource name, or that of another.</summary>
    public static void CheckIngress(IReadOnlyList<Accepted<IngressPolicyArgs>> ingress, PhaseProblems problems) => CheckPolicies(
        "ingress",
        IngressPrefix,
        nameof(IngressPolicy),
        ingress.Select(policy => (policy.Args.Namespace is not null, PhaseIngress.NamespaceOf(policy.Args), policy.Args.PolicyName, Of(policy.Args))),
        problems);

    /// <summary>Refuses a second profile for a workload.</summary>
    public static void CheckSecurity(IReadOnlyList<Accepted<WorkloadSecurityArgs>> security, PhaseProblems problems)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        for (var index = 0; index < security.Count; index++)
        {
            if (security[index].Args is { Namespace: not null, Workload: not null } args && !names.Add(Of(args)))
            {
                problems.Add(string.Create(CultureInfo.InvariantCulture, $"security[{index}].workload"), args.Workload, "has a security context already", "keep one of the two");
            }
        }
    }

    private static string Of(string? space, string? name, string defaultName, string prefix) => name is null || name == defaultName
        ? $"{space}"
        : $"{space}.{(name.StartsWith(prefix, StringComparison.Ordinal) ? name[prefix.Length..] : name)}";

    private static void CheckPolicies(
        string list, string prefix, string component, IEnumerable<(bool HasNamespace, string? Namespace, string? PolicyName, string Name)> policies, PhaseProblems problems)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (index, (hasNamespace, space, policyName, name)) in policies.Index())
        {
            var path = string.Create(CultureInfo.InvariantCulture, $"{list}[{index}]");
            if (!hasNamespace)
            {
                continue;
            }

            if (space is null)
            {
                problems.Add(path + ".namespace", null, "is not known yet, and the policy's resource is named after it", $"write the name, or create this {component} beside the phase");
            }
            else if (!names.TryAdd(name, policyName ?? string.Empty) && names[name] != (policyName ?? string.Empty))
            {
                problems.Add(path + ".policyName", policyName, $"differs from an earlier policy's of the namespace by {prefix} alone, and resources are named without it", "choose another name");
            }
        }
    }
}
