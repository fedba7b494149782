using Hardening.Components.Tests.Support;

namespace Hardening.Components.Tests.Pinning;

public sealed class ImagePinningRefusalTests
{
    [Theory]
    [InlineData("required", "digest: is not a value that this argument knows (got \"required\"); did you mean Required? It is one of Optional, Required")]
    [InlineData(null, "digest: a value is missing here; write one of Optional, Required")]
    public void A_digest_is_optional_or_required(string? digest, string expected) => Assert.Equal(expected, RefusalOf(args => args.Digest = digest));

    [Theory]
    [InlineData("postgres", "twoNumberVersions[1]: names no registry: \"postgres\" has no dot and no port (got \"postgres\"); write docker.io/postgres if Docker Hub is meant, else the registry's host in front")]
    [InlineData("registry.k8s.io", "twoNumberVersions[1]: is a whole registry (got \"registry.k8s.io\"); name one repository, such as registry.k8s.io/pause")]
    [InlineData("registry.k8s.io/pause", "twoNumberVersions[1]: is listed twice (got \"registry.k8s.io/pause\"); remove one of the two")]
    [InlineData("quay.io/a:1", "twoNumberVersions[1]: a registry has no tag or digest (got \"quay.io/a:1\"); write a registry as docker.io, or a part of one as ghcr.io/fluxcd")]
    public void A_repository_with_versions_of_two_numbers_is_named_whole_and_once(string repository, string expected) =>
        Assert.Equal(expected, RefusalOf(args => args.TwoNumberVersions = ["registry.k8s.io/pause", repository]));

    [Fact]
    public void One_repository_by_two_names_is_listed_twice() =>
        Assert.Equal(
            "twoNumberVersions[1]: is listed twice (got \"index.docker.io/library/postgres\"); remove one of the two",
            RefusalOf(args => args.TwoNumberVersions = ["docker.io/postgres", "index.docker.io/library/postgres"]));

    [Theory]
    [InlineData("Off", "mode: is not a value that this argument knows (got \"Off\"); write one of Audit, Warn, Enforce")]
    [InlineData(null, "mode: a value is missing here; write one of Audit, Warn, Enforce")]
    public void A_mode_that_an_admission_policy_does_not_have_is_refused(string? mode, string expected) => Assert.Equal(expected, RefusalOf(args => args.Mode = mode));

    [Theory]
    [InlineData(PolicyEngine.KyvernoClusterPolicy, "engine: is not a value that this argument knows (got \"KyvernoClusterPolicy\"); write one of KyvernoValidatingPolicy, KubernetesAdmissionPolicy")]
    [InlineData(null, "engine: a value is missing here; write one of KyvernoValidatingPolicy, KubernetesAdmissionPolicy")]
    public void Kyvernos_legacy_policy_does_not_exist_here(string? engine, string expected) => Assert.Equal(expected, RefusalOf(args => args.Engine = engine));

    [Theory]
    [InlineData(PolicyEngine.KyvernoValidatingPolicy, "engine: ValidatingPolicy of policies.kyverno.io/v1 needs Kyverno 1.17, and the cluster has 1.16.4 (got \"KyvernoValidatingPolicy\"); upgrade Kyverno and state its version in cluster.kyvernoVersion, or do without")]
    [InlineData(PolicyEngine.KubernetesAdmissionPolicy, "engine: ValidatingAdmissionPolicy needs Kubernetes 1.30, and the cluster has 1.29 (got \"KubernetesAdmissionPolicy\"); upgrade Kubernetes and state its version in cluster.kubernetesVersion, or do without")]
    public void An_engine_that_the_cluster_does_not_have_is_refused(string engine, string expected) => Assert.Equal(expected, RefusalOf(args =>
    {
        args.Engine = engine;
        args.Cluster = new ClusterFactsArgs { KubernetesVersion = "1.29", KyvernoVersion = "1.16.4" };
    }));

    [Fact]
    public void A_policy_name_that_Kubernetes_would_refuse_is_refused() =>
        Assert.Equal(
            "policyName: a name has only a-z, 0-9 and hyphens, and starts and ends with a letter or digit (got \"Pinned\"); write a name such as pinned-images",
            RefusalOf(args => args.PolicyName = "Pinned"));

    [Fact]
    public void An_unknown_failure_policy_is_refused() =>
        Assert.Equal("failurePolicy: is not a value that this argument knows (got \"fail\"); did you mean Fail? It is one of Fail, Ignore", RefusalOf(args => args.FailurePolicy = "fail"));

    [Fact]
    public void Excluded_namespaces_are_names() =>
        Assert.Equal(
            "excludedNamespaces[0]: a name has only a-z, 0-9 and hyphens, and starts and ends with a letter or digit (got \"kube-*\"); write a namespace's name; there are no patterns",
            RefusalOf(args => args.ExcludedNamespaces = ["kube-*"]));

    [Fact]
    public void An_exception_states_namespace_reason_owner_and_last_day() =>
        Assert.Equal(
            """
            exceptions[0].namespace: a name cannot be empty; name the namespace of the workloads
            exceptions[0].reason: an exemption needs a reason; say in a sentence why it is needed
            exceptions[0].owner: an exemption needs an owner; name who answers for it
            exceptions[0].expires: an exemption needs its last day; write the day as 2027-03-31, then review or renew it
            """,
            RefusalOf(args => args.Exceptions = [new ImageExceptionArgs()]));

    [Fact]
    public void Exceptions_are_refused_while_Kyverno_does_not_read_them() =>
        Assert.Equal(
            "exceptions: Kyverno's policy exceptions are switched off, so an exception would have no effect; set features.policyExceptions.enabled and .namespace in Kyverno's chart "
            + "and state cluster.kyvernoPolicyExceptions and cluster.kyvernoExceptionNamespace, or use KubernetesAdmissionPolicy",
            RefusalOf(args =>
            {
                args.Cluster!.KyvernoPolicyExceptions = false;
                args.Exceptions = [PinArgs.Exception()];
            }));

    [Fact]
    public void More_exceptions_than_Kubernetes_takes_are_refused() =>
        Assert.Equal(
            "exceptions: there are more than 63 exceptions, which Kubernetes does not take; pin the images, or join exceptions",
            RefusalOf(args => args.Exceptions = [.. Enumerable.Range(0, 64).Select(i =>
            {
                var exception = PinArgs.Exception();
                exception.Name = $"e{i}";
                return exception;
            })]));

    [Fact]
    public void What_is_probably_not_meant_is_warned_of()
    {
        var args = PinArgs.Valid(mode: Rollout.Enforce);
        args.Digest = ImageDigest.Required;
        args.FailurePolicy = "Ignore";
        args.Exceptions = [new() { Namespace = "labs", Reason = "r", Owner = "o", Expires = "2027-03-31" }];

        Assert.Equal(
            [
                "twoNumberVersions: has no effect while every image needs a digest",
                "failurePolicy: any image is let through while the policy cannot be evaluated; leave failurePolicy out to refuse then",
                "exceptions[0]: every pod of namespace labs may use any image; name images or a selector",
            ],
            ImagePinning.Validate(args).Warnings.Select(warning => warning.ToString()));
    }

    [Fact]
    public void An_exception_that_has_expired_is_found_from_the_day_after()
    {
        var args = PinArgs.Valid();
        args.Exceptions = [PinArgs.Exception()];

        Assert.Empty(ImagePinning.ExpiredExceptions(args, new DateOnly(2027, 3, 31)));
        Assert.Equal(
            "exceptions[0]: the exception for labs expired on 2027-03-31; labs decides: remove it, or renew it with a reason (so far: Labs follow the main branch.)",
            Assert.Single(ImagePinning.ExpiredExceptions(args, new DateOnly(2027, 4, 1))).ToString());
    }

    [Fact]
    public async Task Refused_arguments_create_nothing_and_every_problem_is_told()
    {
        var args = PinArgs.Valid(mode: Rollout.Off);
        args.Digest = "always";
        ComponentArgumentException? refusal = null;

        var stack = await RecordedStack.RunAsync(() => refusal = Assert.Throws<ComponentArgumentException>(() => new ImagePinning("pins", args)));

        Assert.Equal(
            """
            ImagePinning "pins": 2 problems
              - digest: is not a value that this argument knows (got "always"); write one of Optional, Required
              - mode: is not a value that this argument knows (got "Off"); write one of Audit, Warn, Enforce
            """,
            refusal!.Message);
        Assert.DoesNotContain(stack.Resources, resource => resource.Parent == "pins");
    }

    private static string RefusalOf(Action<ImagePinningArgs> change)
    {
        var args = PinArgs.Valid();
        change(args);
        return Refusal.All(ImagePinning.Validate(args));
    }
}
