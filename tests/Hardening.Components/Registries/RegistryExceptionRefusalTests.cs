using Hardening.Components.Tests.Support;

namespace Hardening.Components.Tests.Registries;

public sealed class RegistryExceptionRefusalTests
{
    [Fact]
    public void An_exception_states_namespace_reason_owner_and_last_day()
    {
        Assert.Equal(
            """
            exceptions[0].namespace: a name cannot be empty; name the namespace of the workloads
            exceptions[0].reason: an exemption needs a reason; say in a sentence why it is needed
            exceptions[0].owner: an exemption needs an owner; name who answers for it
            exceptions[0].expires: an exemption needs its last day; write the day as 2027-03-31, then review or renew it
            """,
            Refusal.All(Validate(new ImageExceptionArgs())));
    }

    [Theory]
    [InlineData("31.03.2027")]
    [InlineData("2027-02-30")]
    [InlineData("2027-3-31")]
    [InlineData("never")]
    public void A_last_day_that_does_not_exist_is_refused(string expires)
    {
        var exception = Args.Exception();
        exception.Expires = expires;

        Assert.Equal($"exceptions[0].expires: is not a day (got \"{expires}\"); write an existing day as 2027-03-31", Refusal.Of(Validate(exception)));
    }

    [Fact]
    public void Images_of_an_exception_are_written_as_registries()
    {
        var exception = Args.Exception();
        exception.Images = ["registry.example.com/legacy/*", "scanner"];

        Assert.Equal(
            """
            exceptions[0].images[0]: a registry has no wildcard: an entry stands for everything below it (got "registry.example.com/legacy/*"); write registry.example.com/legacy
            exceptions[0].images[1]: names no registry: "scanner" has no dot and no port (got "scanner"); write docker.io/scanner if Docker Hub is meant, else the registry's host in front
            """,
            Refusal.All(Validate(exception)));
    }

    [Fact]
    public void A_selector_that_does_not_parse_is_refused_with_the_place()
    {
        var exception = Args.Exception();
        exception.Selector = "app in web";

        Assert.Equal(
            "exceptions[0].selector: is no label selector: character 8: the values stand in parentheses (got \"app in web\"); write it as kubectl -l reads it: app=web,tier in (a,b)",
            Refusal.Of(Validate(exception)));
    }

    [Fact]
    public void Two_exceptions_of_a_namespace_need_names()
    {
        Assert.Equal("exceptions[1].name: another exception has this name (got \"scanners\"); give each exception of a namespace a name of its own", Refusal.Of(Validate(Args.Exception(), Args.Exception())));
    }

    [Theory]
    [InlineData("Scanner", "exceptions[0].name: a name has only a-z, 0-9 and hyphens, and starts and ends with a letter or digit (got \"Scanner\"); write a short name such as legacy-scanner")]
    [InlineData("a23456789-123456789-123456789-123456789-123456789-1234", "exceptions[0].name: the exception's name, else its namespace's, is longer than 53 characters (got \"a23456789-123456789-123456789-123456789-123456789-1234\"); name the exception shortly, such as legacy-scanner")]
    public void A_name_that_objects_cannot_have_is_refused(string name, string expected)
    {
        var exception = Args.Exception();
        exception.Name = name;

        Assert.Equal(expected, Refusal.Of(Validate(exception)));
    }

    [Theory]
    [InlineData(PolicyEngine.KyvernoValidatingPolicy)]
    [InlineData(PolicyEngine.KyvernoClusterPolicy)]
    public void Exceptions_are_refused_while_Kyverno_does_not_read_them(string engine)
    {
        var args = Args.Valid(engine);
        args.Cluster!.KyvernoPolicyExceptions = null;
        args.Exceptions = [Args.Exception()];

        Assert.Equal(
            "exceptions: Kyverno's policy exceptions are switched off, so an exception would have no effect; set features.policyExceptions.enabled and .namespace in Kyverno's chart "
            + "and state cluster.kyvernoPolicyExceptions and cluster.kyvernoExceptionNamespace, or use KubernetesAdmissionPolicy",
            Refusal.Of(RegistryAllowlist.Validate(args)));
    }

    [Fact]
    public void Exceptions_are_refused_while_their_namespace_is_not_known()
    {
        var args = Args.Valid();
        args.Cluster!.KyvernoExceptionNamespace = null;
        args.Exceptions = [Args.Exception()];

        Assert.Equal(
            "exceptions: Kyverno reads exceptions from one namespace, and the cluster facts do not name it; state cluster.kyvernoExceptionNamespace as in features.policyExceptions.namespace of Kyverno's chart",
            Refusal.Of(RegistryAllowlist.Validate(args)));
    }

    [Fact]
    public void Kubernetes_own_policies_need_no_switch_for_exceptions()
    {
        var args = Args.Valid(PolicyEngine.KubernetesAdmissionPolicy);
        args.Cluster = new ClusterFactsArgs { KubernetesVersion = "1.34" };
        args.Exceptions = [Args.Exception()];

        Assert.Empty(RegistryAllowlist.Validate(args).Problems);
    }

    [Fact]
    public void More_exceptions_than_Kubernetes_takes_are_refused()
    {
        var exceptions = Enumerable.Range(0, 64).Select(i =>
        {
            var exception = Args.Exception();
            exception.Name = $"e{i}";
            return exception;
        });

        Assert.Equal("exceptions: there are more than 63 exceptions, which Kubernetes does not take; trust the registry, or join exceptions", Refusal.Of(Validate([.. exceptions])));
    }

    [Fact]
    public void An_exception_that_has_expired_is_found_from_the_day_after()
    {
        var args = Args.Valid();
        args.Exceptions = [Args.Exception()];

        Assert.Empty(RegistryAllowlist.ExpiredExceptions(args, new DateOnly(2027, 3, 31)));
        Assert.Equal(
            "exceptions[0]: the exception for scanners expired on 2027-03-31; platform decides: remove it, or renew it with a reason (so far: The scanner moves in spring.)",
            Assert.Single(RegistryAllowlist.ExpiredExceptions(args, new DateOnly(2027, 4, 1))).ToString());
    }

    private static ValidationResult Validate(params ImageExceptionArgs[] exceptions)
    {
        var args = Args.Valid();
        args.Exceptions = [.. exceptions];
        return RegistryAllowlist.Validate(args);
    }
}
