using System.Globalization;

namespace Hardening.Components;

/// <summary>Checks the arguments of <see cref="RegistryAllowlist"/>.</summary>
internal static class RegistryAllowlistValidation
{
    private const int MostRegistries = 200;

    public static ValidationResult Validate(RegistryAllowlistArgs args)
    {
        var problems = new ProblemList();
        var trusted = CheckRegistries(args, problems);
        var engineIsKnown = Choice.Check(args.Engine, PolicyEngine.All, problems, "engine");
        PodPolicyRules.CheckMode(args.Mode, problems);
        if (engineIsKnown)
        {
            CheckEngine(args, problems);
        }

        PodPolicyRules.CheckPolicyName(args.PolicyName, RegistryAllowlistArgs.DefaultPolicyName, problems);
        PodPolicyRules.CheckFailurePolicy(args.FailurePolicy, args.Mode, "any image", problems);
        PodPolicyRules.CheckExcludedNamespaces(args.ExcludedNamespaces, problems);
        WarnOfTheClustersOwnImages(args, trusted, problems);
        ImageExceptionRules.Check(args.Exceptions, args.Engine, args.Cluster, "trust the registry", WarnOfTrusted, problems);
        return problems.ToResult();

        void WarnOfTrusted(TrustedRegistry entry, ProblemList place)
        {
            if (trusted.Exists(other => other.Covers(entry.Prefix)))
            {
                place.Warn(string.Empty, $"{entry.Prefix} is trusted already: the exception is not needed");
            }
        }
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
        var missing = args.Engine == PolicyEngine.KyvernoClusterPolicy
            ? ClusterFacts.RequiresKyverno(args.Cluster, "1.13", "ClusterPolicy with a failure action in each rule", "engine", args.Engine)
            : PodPolicyRules.Missing(args.Engine!, args.Cluster);
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

    private static void WarnOfTheClustersOwnImages(RegistryAllowlistArgs args, List<TrustedRegistry> trusted, ProblemList problems)
    {
        if (args is { Engine: PolicyEngine.KubernetesAdmissionPolicy, Mode: Rollout.Enforce } && args.ExcludedNamespaces?.Contains("kube-system") != true
            && trusted.Count > 0 && !trusted.Exists(entry => entry.Covers("registry.k8s.io")))
        {
            problems.Warn("excludedNamespaces", "kube-system is judged too and registry.k8s.io is not trusted: the cluster's own components may be refused; trust it or exclude kube-system");
        }
    }
}
