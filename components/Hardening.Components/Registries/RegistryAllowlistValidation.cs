using System.Globalization;
using Hardening.Primitives;

namespace Hardening.Components;

/// <summary>Checks the arguments of <see cref="RegistryAllowlist"/>.</summary>
internal static class RegistryAllowlistValidation
{
    public const string Fail = "Fail";
    public const string Ignore = "Ignore";

    private const int MostRegistries = 200;
    private const int LongestPolicyName = 53;
    private static readonly string[] Modes = [Rollout.Audit, Rollout.Warn, Rollout.Enforce];

    public static ValidationResult Validate(RegistryAllowlistArgs args)
    {
        var problems = new ProblemList();
        var trusted = CheckRegistries(args, problems);
        var engineIsKnown = Choice.Check(args.Engine, PolicyEngine.All, problems, "engine");
        Choice.Check(args.Mode, Modes, problems, "mode");
        if (engineIsKnown)
        {
            CheckEngine(args, problems);
        }

        CheckPolicyName(args.PolicyName, problems);
        CheckFailurePolicy(args, problems);
        CheckExcludedNamespaces(args, trusted, problems);
        RegistryExceptionRules.Check(args, trusted, problems);
        return problems.ToResult();
    }

    private static List<TrustedRegistry> CheckRegistries(RegistryAllowlistArgs args, ProblemList problems)
    {
        var trusted = new List<TrustedRegistry>();
        if (args.Registries is null or { Count: 0 })
        {
            problems.Add("registries", null, "no registry is trusted, so no image could be pulled", "list at least one registry, for example docker.io");
            return trusted;
        }

        if (args.Registries.Count > MostRegistries)
        {
            problems.Add("registries", args.Registries.Count.ToString(CultureInfo.InvariantCulture), "more than 200 registries exceed what Kubernetes lets a policy cost", "list registries instead of their parts");
            return trusted;
        }

        for (var i = 0; i < args.Registries.Count; i++)
        {
            var path = string.Create(CultureInfo.InvariantCulture, $"registries[{i}]");
            if (TrustedRegistry.Read(args.Registries[i], problems, path) is not { } entry)
            {
                continue;
            }

            if (trusted.Contains(entry))
            {
                problems.Add(path, args.Registries[i], "is listed twice", "remove one of the two");
            }
            else if (trusted.Find(other => other.Covers(entry.Prefix)) is { } wider)
            {
                problems.Warn(path, $"{entry.Prefix} is trusted already through {wider.Prefix}");
            }

            trusted.Add(entry);
        }

        return trusted;
    }

    private static void CheckEngine(RegistryAllowlistArgs args, ProblemList problems)
    {
        var missing = args.Engine switch
        {
            PolicyEngine.KyvernoValidatingPolicy => ClusterFacts.RequiresKyverno(args.Cluster, "1.17", "ValidatingPolicy of policies.kyverno.io/v1", "engine", args.Engine),
            PolicyEngine.KubernetesAdmissionPolicy => ClusterFacts.RequiresKubernetes(args.Cluster, "1.30", "ValidatingAdmissionPolicy", "engine", args.Engine),
            _ => ClusterFacts.RequiresKyverno(args.Cluster, "1.13", "ClusterPolicy with a failure action in each rule", "engine", args.Engine),
        };
        if (missing is not null)
        {
            problems.Add(missing);
        }
        else if (args.Engine == PolicyEngine.KyvernoClusterPolicy)
        {
            CheckLegacy(args, problems);
        }
    }

    private static void CheckLegacy(RegistryAllowlistArgs args, ProblemList problems)
    {
        if (ClusterFacts.KyvernoHas(args.Cluster, "1.20"))
        {
            problems.Add("engine", args.Engine, $"Kyverno {args.Cluster!.KyvernoVersion} no longer runs ClusterPolicy: the policy would protect nothing", $"use {PolicyEngine.KyvernoValidatingPolicy}");
        }
        else if (ClusterFacts.KyvernoHas(args.Cluster, "1.17"))
        {
            problems.Warn("engine", $"ClusterPolicy is deprecated since Kyverno 1.17 and gone with 1.20: use {PolicyEngine.KyvernoValidatingPolicy}");
        }
    }

    private static void CheckPolicyName(string? name, ProblemList problems)
    {
        if (KubernetesName.CheckLabel(name) is { } message)
        {
            problems.Add("policyName", name, message, $"write a name such as {RegistryAllowlistArgs.DefaultPolicyName}");
        }
        else if (name!.Length > LongestPolicyName)
        {
            problems.Add("policyName", name, "is longer than 53 characters, which leave room for the names derived from it", "shorten the name");
        }
    }

    private static void CheckFailurePolicy(RegistryAllowlistArgs args, ProblemList problems)
    {
        if (args.FailurePolicy is null || !Choice.Check(args.FailurePolicy, [Fail, Ignore], problems, "failurePolicy"))
        {
            return;
        }

        if (args.FailurePolicy == Fail && args.Mode is Rollout.Audit or Rollout.Warn)
        {
            problems.Warn("failurePolicy", $"in mode {args.Mode} requests are refused all the same while the policy cannot be evaluated; leave failurePolicy out to refuse nothing");
        }
        else if (args.FailurePolicy == Ignore && args.Mode == Rollout.Enforce)
        {
            problems.Warn("failurePolicy", "any image is let through while the policy cannot be evaluated; leave failurePolicy out to refuse then");
        }
    }

    private static void CheckExcludedNamespaces(RegistryAllowlistArgs args, List<TrustedRegistry> trusted, ProblemList problems)
    {
        var excluded = args.ExcludedNamespaces ?? [];
        for (var i = 0; i < excluded.Count; i++)
        {
            var path = string.Create(CultureInfo.InvariantCulture, $"excludedNamespaces[{i}]");
            if (KubernetesName.CheckLabel(excluded[i]) is { } message)
            {
                problems.Add(path, excluded[i], message, "write a namespace's name; there are no patterns");
            }
            else if (excluded.IndexOf(excluded[i]) < i)
            {
                problems.Add(path, excluded[i], "is listed twice", "remove one of the two");
            }
        }

        if (args is { Engine: PolicyEngine.KubernetesAdmissionPolicy, Mode: Rollout.Enforce } && !excluded.Contains("kube-system")
            && trusted.Count > 0 && !trusted.Exists(entry => entry.Covers("registry.k8s.io")))
        {
            problems.Warn("excludedNamespaces", "kube-system is judged too and registry.k8s.io is not trusted: the cluster's own components may be refused; trust it or exclude kube-system");
        }
    }
}
