using Hardening.Components.Tests.Support;

namespace Hardening.Components.Tests.Registries;

public sealed class RegistryAllowlistRefusalTests
{
    [Theory]
    [InlineData("https://ghcr.io/", "registries[1]: a registry has no scheme (got \"https://ghcr.io/\"); write ghcr.io")]
    [InlineData("ghcr.io/*", "registries[1]: a registry has no wildcard: an entry stands for everything below it (got \"ghcr.io/*\"); write ghcr.io")]
    [InlineData("quay.io/", "registries[1]: a registry has no slash at its end: an entry stands for everything below it (got \"quay.io/\"); write quay.io")]
    [InlineData("quay.io/a:1", "registries[1]: a registry has no tag or digest (got \"quay.io/a:1\"); write a registry as docker.io, or a part of one as ghcr.io/fluxcd")]
    [InlineData("quay.io/a@sha256", "registries[1]: a registry has no tag or digest (got \"quay.io/a@sha256\"); write a registry as docker.io, or a part of one as ghcr.io/fluxcd")]
    [InlineData("Quay.io", "registries[1]: a registry is lower case (got \"Quay.io\"); write quay.io")]
    [InlineData("grafana", "registries[1]: names no registry: \"grafana\" has no dot and no port (got \"grafana\"); write docker.io/grafana if Docker Hub is meant, else the registry's host in front")]
    [InlineData("", "registries[1]: a registry is missing here (got \"\"); write a registry as docker.io, or a part of one as ghcr.io/fluxcd")]
    [InlineData("quay.io//a", "registries[1]: is no registry: character 9: a repository's name is missing here (got \"quay.io//a\"); write a registry as docker.io, or a part of one as ghcr.io/fluxcd")]
    [InlineData("quay .io", "registries[1]: is no registry: character 5: a host has only letters, digits, hyphens and dots (got \"quay .io\"); write a registry as docker.io, or a part of one as ghcr.io/fluxcd")]
    [InlineData("docker.io", "registries[1]: is listed twice (got \"docker.io\"); remove one of the two")]
    [InlineData("index.docker.io", "registries[1]: is listed twice (got \"index.docker.io\"); remove one of the two")]
    public void A_registry_that_is_none_is_refused_with_what_to_write(string registry, string expected)
    {
        var args = Args.Valid();
        args.Registries = ["docker.io", registry];

        Assert.Equal(expected, Refusal.Of(RegistryAllowlist.Validate(args)));
    }

    [Fact]
    public void No_registry_at_all_is_refused()
    {
        var args = Args.Valid();
        args.Registries = [];

        Assert.Equal("registries: no registry is trusted, so no image could be pulled; list at least one registry, for example docker.io", Refusal.Of(RegistryAllowlist.Validate(args)));
    }

    [Fact]
    public void More_registries_than_a_policy_can_cost_are_refused()
    {
        var args = Args.Valid();
        args.Registries = [.. Enumerable.Range(0, 201).Select(i => $"r{i}.example.com")];

        Assert.Equal("registries: more than 200 registries exceed what Kubernetes lets a policy cost (got \"201\"); list registries instead of their parts", Refusal.Of(RegistryAllowlist.Validate(args)));
    }

    [Theory]
    [InlineData("Off", "mode: is not a value that this argument knows (got \"Off\"); write one of Audit, Warn, Enforce")]
    [InlineData("enforce", "mode: is not a value that this argument knows (got \"enforce\"); did you mean Enforce? It is one of Audit, Warn, Enforce")]
    [InlineData(null, "mode: a value is missing here; write one of Audit, Warn, Enforce")]
    public void A_mode_that_an_admission_policy_does_not_have_is_refused(string? mode, string expected)
    {
        var args = Args.Valid();
        args.Mode = mode;

        Assert.Equal(expected, Refusal.Of(RegistryAllowlist.Validate(args)));
    }

    [Fact]
    public void An_unknown_engine_is_refused()
    {
        var args = Args.Valid("Gatekeeper");

        Assert.Equal(
            "engine: is not a value that this argument knows (got \"Gatekeeper\"); write one of KyvernoValidatingPolicy, KubernetesAdmissionPolicy, KyvernoClusterPolicy",
            Refusal.Of(RegistryAllowlist.Validate(args)));
    }

    [Theory]
    [InlineData(PolicyEngine.KyvernoValidatingPolicy, "1.34", "1.16.4", "engine: ValidatingPolicy of policies.kyverno.io/v1 needs Kyverno 1.17, and the cluster has 1.16.4 (got \"KyvernoValidatingPolicy\"); upgrade Kyverno and state its version in cluster.kyvernoVersion, or do without")]
    [InlineData(PolicyEngine.KyvernoValidatingPolicy, "1.34", null, "engine: ValidatingPolicy of policies.kyverno.io/v1 needs Kyverno 1.17, and the cluster's version is not stated (got \"KyvernoValidatingPolicy\"); state cluster.kyvernoVersion")]
    [InlineData(PolicyEngine.KubernetesAdmissionPolicy, "1.29", null, "engine: ValidatingAdmissionPolicy needs Kubernetes 1.30, and the cluster has 1.29 (got \"KubernetesAdmissionPolicy\"); upgrade Kubernetes and state its version in cluster.kubernetesVersion, or do without")]
    [InlineData(PolicyEngine.KyvernoClusterPolicy, "1.34", "1.12.0", "engine: ClusterPolicy with a failure action in each rule needs Kyverno 1.13, and the cluster has 1.12.0 (got \"KyvernoClusterPolicy\"); upgrade Kyverno and state its version in cluster.kyvernoVersion, or do without")]
    [InlineData(PolicyEngine.KyvernoClusterPolicy, "1.34", "1.20.0", "engine: Kyverno 1.20.0 no longer runs ClusterPolicy: the policy would protect nothing (got \"KyvernoClusterPolicy\"); use KyvernoValidatingPolicy")]
    public void An_engine_that_the_cluster_does_not_have_is_refused(string engine, string kubernetes, string? kyverno, string expected)
    {
        var args = Args.Valid(engine);
        args.Cluster = new ClusterFactsArgs { KubernetesVersion = kubernetes, KyvernoVersion = kyverno };

        Assert.Equal(expected, Refusal.Of(RegistryAllowlist.Validate(args)));
    }

    [Theory]
    [InlineData("Trusted", "policyName: a name has only a-z, 0-9 and hyphens, and starts and ends with a letter or digit (got \"Trusted\"); write a name such as trusted-registries")]
    [InlineData("a23456789-123456789-123456789-123456789-123456789-1234", "policyName: is longer than 53 characters, which leave room for the names derived from it (got \"a23456789-123456789-123456789-123456789-123456789-1234\"); shorten the name")]
    public void A_policy_name_that_Kubernetes_would_refuse_is_refused(string name, string expected)
    {
        var args = Args.Valid();
        args.PolicyName = name;

        Assert.Equal(expected, Refusal.Of(RegistryAllowlist.Validate(args)));
    }

    [Fact]
    public void An_unknown_failure_policy_is_refused()
    {
        var args = Args.Valid();
        args.FailurePolicy = "fail";

        Assert.Equal("failurePolicy: is not a value that this argument knows (got \"fail\"); did you mean Fail? It is one of Fail, Ignore", Refusal.Of(RegistryAllowlist.Validate(args)));
    }

    [Fact]
    public void Excluded_namespaces_are_names_and_listed_once()
    {
        var args = Args.Valid();
        args.ExcludedNamespaces = ["kube-*", "a", "a"];

        Assert.Equal(
            """
            excludedNamespaces[0]: a name has only a-z, 0-9 and hyphens, and starts and ends with a letter or digit (got "kube-*"); write a namespace's name; there are no patterns
            excludedNamespaces[2]: is listed twice (got "a"); remove one of the two
            """,
            Refusal.All(RegistryAllowlist.Validate(args)));
    }

    [Fact]
    public void Everything_that_is_wrong_is_in_one_exception_with_the_component_and_its_name()
    {
        var args = new RegistryAllowlistArgs { Registries = ["GHCR.io"], Mode = "Off", Cluster = Args.Cluster("1.19.0") };

        var refusal = Assert.Throws<ComponentArgumentException>(() => RegistryAllowlist.Validate(args).ThrowIfInvalid(nameof(RegistryAllowlist), "registries"));

        Assert.Equal(
            """
            RegistryAllowlist "registries": 2 problems
              - registries[0]: a registry is lower case (got "GHCR.io"); write ghcr.io
              - mode: is not a value that this argument knows (got "Off"); write one of Audit, Warn, Enforce
            """,
            refusal.Message);
    }
}
