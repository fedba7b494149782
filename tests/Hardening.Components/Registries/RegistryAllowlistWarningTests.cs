namespace Hardening.Components.Tests.Registries;

public sealed class RegistryAllowlistWarningTests
{
    [Fact]
    public void A_usual_plan_has_nothing_to_warn_of()
    {
        Assert.Empty(RegistryAllowlist.Validate(Args.Valid()).Warnings);
        Assert.Empty(RegistryAllowlist.Validate(Args.Valid(mode: Rollout.Enforce)).Warnings);
    }

    [Fact]
    public void A_registry_that_is_trusted_already_is_pointed_out()
    {
        var args = Args.Valid();
        args.Registries = ["docker.io", "docker.io/grafana"];

        Assert.Equal("registries[1]: docker.io/grafana is trusted already through docker.io", Warning(args));
    }

    [Fact]
    public void A_legacy_policy_says_that_it_ends()
    {
        var args = Args.Valid(PolicyEngine.KyvernoClusterPolicy);
        args.Cluster = Args.Cluster("1.18.1");

        Assert.Equal("engine: ClusterPolicy is deprecated since Kyverno 1.17 and gone with 1.20: use KyvernoValidatingPolicy", Warning(args));
    }

    [Fact]
    public void An_exception_for_everything_in_a_namespace_is_pointed_out()
    {
        var args = Args.Valid();
        var exception = Args.Exception();
        exception.Images = null;
        args.Exceptions = [exception];

        Assert.Equal("exceptions[0]: every pod of namespace scanners may use any image; name images or a selector", Warning(args));
    }

    [Fact]
    public void An_exception_that_is_not_needed_is_pointed_out()
    {
        var args = Args.Valid();
        var exception = Args.Exception();
        exception.Images = ["docker.io/legacy"];
        args.Exceptions = [exception];

        Assert.Equal("exceptions[0].images[0]: docker.io/legacy is trusted already: the exception is not needed", Warning(args));
    }

    [Theory]
    [InlineData(Rollout.Audit, "Fail", "failurePolicy: in mode Audit requests are refused all the same while the policy cannot be evaluated; leave failurePolicy out to refuse nothing")]
    [InlineData(Rollout.Warn, "Fail", "failurePolicy: in mode Warn requests are refused all the same while the policy cannot be evaluated; leave failurePolicy out to refuse nothing")]
    [InlineData(Rollout.Enforce, "Ignore", "failurePolicy: any image is let through while the policy cannot be evaluated; leave failurePolicy out to refuse then")]
    public void A_failure_policy_against_the_mode_is_pointed_out(string mode, string failurePolicy, string expected)
    {
        var args = Args.Valid(mode: mode);
        args.FailurePolicy = failurePolicy;

        Assert.Equal(expected, Warning(args));
    }

    [Fact]
    public void Kubernetes_own_policy_judges_kube_system_too()
    {
        var args = Args.Valid(PolicyEngine.KubernetesAdmissionPolicy, Rollout.Enforce);

        Assert.Equal(
            "excludedNamespaces: kube-system is judged too and registry.k8s.io is not trusted: the cluster's own components may be refused; trust it or exclude kube-system",
            Warning(args));
        args.ExcludedNamespaces = ["kube-system"];
        Assert.Empty(RegistryAllowlist.Validate(args).Warnings);
    }

    private static string Warning(RegistryAllowlistArgs args)
    {
        var result = RegistryAllowlist.Validate(args);
        Assert.Empty(result.Problems);
        return Assert.Single(result.Warnings).ToString();
    }
}
