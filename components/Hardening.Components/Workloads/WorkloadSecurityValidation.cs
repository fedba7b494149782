using System.Globalization;
using System.Text.RegularExpressions;
using Hardening.Primitives;

namespace Hardening.Components;

/// <summary>Checks the arguments of <see cref="WorkloadSecurity"/>.</summary>
internal static partial class WorkloadSecurityValidation
{
    public static string PolicyNameOf(WorkloadSecurityArgs args) => args.PolicyName ?? $"security-{args.Namespace}-{args.Workload}";

    public static ValidationResult Validate(WorkloadSecurityArgs args)
    {
        var problems = new ProblemList();
        CheckName(args.Namespace, "namespace", "name the workload's namespace", problems);
        CheckName(args.Workload, "workload", "write the Deployment's, StatefulSet's or DaemonSet's name", problems);
        CheckSelector(args.PodSelector, problems);
        var known = Choice.Check(args.Profile, SecurityProfile.All, problems, "profile") & Choice.Check(args.NamespaceLevel, PodSecurityLevel.All, problems, "namespaceLevel");
        CheckUser(args, problems);
        CheckCapabilities(args, problems);
        if (known)
        {
            CheckLevel(args, problems);
        }

        PodPolicyRules.CheckEngine(args.Engine, args.Cluster, problems);
        if (KyvernoNamespaces.IsPassedOver(args.Namespace) && KyvernoNamespaces.IsKyverno(args.Engine) && args.Profile != SecurityProfile.Privileged)
        {
            problems.Add("engine", args.Engine, $"does not look at the pods of {args.Namespace}: the policy would hold nobody to anything", $"write {PolicyEngine.KubernetesAdmissionPolicy}");
        }

        PodPolicyRules.CheckMode(args.Mode, problems);
        PodPolicyRules.CheckPolicyName(PolicyNameOf(args), "security-web", problems);
        PodPolicyRules.CheckFailurePolicy(args.FailurePolicy, args.Mode, "any security context", problems);
        return problems.ToResult();
    }

    private static void CheckName(string? name, string path, string fix, ProblemList problems)
    {
        if (KubernetesName.CheckLabel(name) is { } message)
        {
            problems.Add(path, name, message, fix);
        }
    }

    private static void CheckSelector(Dictionary<string, string>? selector, ProblemList problems)
    {
        if (selector is not { Count: > 0 })
        {
            problems.Add("podSelector", null, "is missing, so that every pod would be meant", "write the labels of the workload's pods, as app.kubernetes.io/name: web");
            return;
        }

        LabelRules.CheckLabels(selector, problems.At("podSelector"));
        foreach (var key in selector.Keys.Where(PassingLabels.Includes))
        {
            problems.Add($"podSelector[{key}]", null, "changes with every revision or pod", "write labels that stay, as app.kubernetes.io/name");
        }
    }

    private static void CheckUser(WorkloadSecurityArgs args, ProblemList problems)
    {
        if (args.RunAsUser is not { } user)
        {
            return;
        }

        var text = user.ToString(CultureInfo.InvariantCulture);
        if (user < 1)
        {
            problems.Add("runAsUser", text, "is root or no user", "write a user above 0, or leave it out");
        }
        else if (args.Profile == SecurityProfile.Privileged)
        {
            problems.Add("runAsUser", text, "has no effect: profile Privileged demands nothing", "remove it, or choose another profile");
        }
    }

    private static void CheckCapabilities(WorkloadSecurityArgs args, ProblemList problems)
    {
        for (var i = 0; i < args.AddCapabilities?.Count; i++)
        {
            var here = problems.At("addCapabilities").At(i);
            var capability = args.AddCapabilities[i];
            if (capability is null || capability == "ALL" || capability.StartsWith("CAP_", StringComparison.Ordinal) || !Capability().IsMatch(capability))
            {
                here.Add(string.Empty, capability, "is no capability by its name in Kubernetes", "write it without CAP_ and in upper case, as NET_BIND_SERVICE");
            }
            else if (args.AddCapabilities.IndexOf(capability) < i)
            {
                here.Add(string.Empty, capability, "is listed twice", "remove one of the two");
            }
            else if (args.Profile == SecurityProfile.Privileged)
            {
                here.Add(string.Empty, capability, "has no effect: profile Privileged demands nothing", "remove it, or choose another profile");
            }
            else if (args.Profile is SecurityProfile.Restricted or SecurityProfile.RestrictedReadOnly && capability != ProfileLevel.RestrictedCapability)
            {
                here.Add(string.Empty, capability, $"is more than profile {args.Profile} allows, which is {ProfileLevel.RestrictedCapability} alone", $"remove it, or choose {SecurityProfile.DropAll}");
            }
        }
    }

    private static void CheckLevel(WorkloadSecurityArgs args, ProblemList problems)
    {
        var level = ProfileLevel.Of(args.Profile!, args.AddCapabilities ?? []);
        if (!ProfileLevel.IsWeaker(level, args.NamespaceLevel!))
        {
            if (string.IsNullOrWhiteSpace(args.Reason))
            {
                problems.Add("reason", null, "a security context needs a reason", "say in a sentence what the workload needs, or that it needs nothing");
            }

            if (args.Expires is not null)
            {
                Expiry.Check(args.Expires, problems);
            }

            return;
        }

        if (args.NamespaceMode == Rollout.Enforce)
        {
            problems.Add(
                "profile",
                args.Profile,
                $"is of level {level}, and the namespace enforces {args.NamespaceLevel}, which refuses its pods",
                "choose a stricter profile, or move the workload to a namespace of that level");
        }

        ExemptionArgs.CheckReasoned(args.Reason, args.Owner, args.Expires, problems);
    }

    [GeneratedRegex(@"\A[A-Z][A-Z_]{1,40}\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Capability();
}
