using System.Globalization;

namespace Hardening.Components;

/// <summary>The resource names of a phase's members, after its prefix. A dot stands in no namespace's and no workload's name, so that two members never share one.</summary>
internal static class PhaseNames
{
    private const string EgressPrefix = "egress-";

    public const string Registries = "registry-allowlist";

    public const string Pinning = "image-pinning";

    public const string Alerts = "cert-manager-alerts";

    public const string Dashboard = "dashboard-access";

    public const string Secrets = "sealed-secrets";

    public const string Spread = "topology-spread";

    /// <summary>An egress policy: its namespace, and what its own name says beyond that it is an egress policy.</summary>
    public static string Of(EgressPolicyArgs policy)
    {
        var space = PhaseEgress.NamespaceOf(policy);
        var name = policy.PolicyName;
        return name is null || name == EgressPolicyChecks.DefaultPolicyName
            ? $"{space}"
            : $"{space}.{(name.StartsWith(EgressPrefix, StringComparison.Ordinal) ? name[EgressPrefix.Length..] : name)}";
    }

    public static string Of(WorkloadSecurityArgs security) => $"{security.Namespace}.{security.Workload}.security";

    public static string Of(PodDisruptionArgs budget) => $"{budget.Namespace}.{budget.Workload}";

    public static string Of(GitOpsProjectArgs project) => $"{GitOpsProjectSet.NamespaceOf(project)}.{project.Name}";

    public static string Of(SecretRotationArgs rotation) => $"{rotation.Namespace}.{rotation.Workload}.{rotation.Kind ?? WorkloadKind.Deployment}";

    /// <summary>Refuses policies that would have no resource name, or that of another.</summary>
    public static void CheckEgress(IReadOnlyList<Accepted<EgressPolicyArgs>> egress, PhaseProblems problems)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var index = 0; index < egress.Count; index++)
        {
            var path = string.Create(CultureInfo.InvariantCulture, $"egress[{index}]");
            var policy = egress[index].Args;
            if (policy.Namespace is null)
            {
                continue;
            }

            if (PhaseEgress.NamespaceOf(policy) is null)
            {
                problems.Add(path + ".namespace", null, "is not known yet, and the policy's resource is named after it", "write the name, or create this EgressPolicy beside the phase");
            }
            else if (!names.TryAdd(Of(policy), policy.PolicyName ?? string.Empty) && names[Of(policy)] != (policy.PolicyName ?? string.Empty))
            {
                problems.Add(path + ".policyName", policy.PolicyName, "differs from an earlier policy's of the namespace by egress- alone, and resources are named without it", "choose another name");
            }
        }
    }

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
}
