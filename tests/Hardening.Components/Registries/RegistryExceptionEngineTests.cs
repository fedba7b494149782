using System.Text.Json;
using static Hardening.Components.Tests.Registries.RegistryAllowlistEngineTests;

namespace Hardening.Components.Tests.Registries;

public sealed class RegistryExceptionEngineTests
{
    [Fact]
    public async Task An_exception_of_a_validating_policy_ends_by_itself_and_stands_before_the_policies()
    {
        var stack = await RunAsync(WithException(PolicyEngine.KyvernoValidatingPolicy));

        Assert.Equal("kubernetes:policies.kyverno.io/v1:PolicyException", stack["registries-exception-scanners"].Type);
        Assert.Equal(["registries-exception-scanners"], stack["registries-pods"].DependsOn);
        Assert.Equal(["registries-exception-scanners"], stack["registries-ephemeral"].DependsOn);
        Assert.Equal(
            """
            {"annotations":{"hardening/expires":"2027-03-31","hardening/owner":"platform","hardening/reason":"The scanner moves in spring."},"labels":{"app.kubernetes.io/managed-by":"hardening"},"name":"trusted-registries-scanners","namespace":"kyverno"}
            """,
            stack["registries-exception-scanners"].Json("metadata"));
        Assert.Equal("\"2027-03-31T23:59:59Z\"", Spec(stack["registries-exception-scanners"], "expiresAt"));
        Assert.Equal(
            """[{"kind":"ValidatingPolicy","name":"trusted-registries"},{"kind":"ValidatingPolicy","name":"trusted-registries-ephemeral"}]""",
            Spec(stack["registries-exception-scanners"], "policyRefs"));
    }

    [Theory]
    [InlineData("1.17.2", false)]
    [InlineData("1.18.2", false)]
    [InlineData("1.19.0", true)]
    public async Task Only_a_Kyverno_whose_exceptions_can_end_is_told_when(string version, bool ends)
    {
        var args = WithException(PolicyEngine.KyvernoValidatingPolicy);
        args.Cluster!.KyvernoVersion = version;

        var stack = await RunAsync(args);

        Assert.Equal(ends, stack["registries-exception-scanners"].Json("spec").Contains("expiresAt", StringComparison.Ordinal));
        Assert.Contains("\"hardening/expires\":\"2027-03-31\"", stack["registries-exception-scanners"].Json("metadata"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_exception_of_Kubernetes_own_policy_is_a_condition_with_its_reason_beside_it()
    {
        var stack = await RunAsync(WithException(PolicyEngine.KubernetesAdmissionPolicy));

        Assert.Equal(
            """
            {"annotations":{"exception.hardening/scanners":"The scanner moves in spring. (owner platform, until 2027-03-31)"},"labels":{"app.kubernetes.io/managed-by":"hardening"},"name":"trusted-registries"}
            """,
            stack["registries-policy"].Json("metadata"));
        var condition = Assert.Single(JsonDocument.Parse(Spec(stack["registries-policy"], "matchConditions")).RootElement.EnumerateArray());
        Assert.Equal("exception-scanners", condition.GetProperty("name").GetString());
        Assert.StartsWith("!(\n  has(object.metadata.namespace) && object.metadata.namespace == 'scanners'\n  && (", condition.GetProperty("expression").GetString(), StringComparison.Ordinal);
        Assert.DoesNotContain(stack.Resources, resource => resource.Type.EndsWith("PolicyException", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_exception_of_the_legacy_policy_accepts_images_by_patterns_that_a_port_cannot_get_around()
    {
        var args = WithException(PolicyEngine.KyvernoClusterPolicy);
        args.Exceptions![0].Selector = "app=scanner,tier in (a,b),!public";

        var stack = await RunAsync(args);

        Assert.Equal("kubernetes:kyverno.io/v2:PolicyException", stack["registries-exception-scanners"].Type);
        Assert.Equal(["registries-exception-scanners"], stack["registries-policy"].DependsOn);
        Assert.Equal("""[{"policyName":"trusted-registries","ruleNames":["registries"]}]""", Spec(stack["registries-exception-scanners"], "exceptions"));
        Assert.Equal(
            """
            {"any":[{"resources":{"kinds":["Pod","Pod/ephemeralcontainers"],"namespaces":["scanners"],"selector":{"matchExpressions":[{"key":"tier","operator":"In","values":["a","b"]},{"key":"public","operator":"DoesNotExist"}],"matchLabels":{"app":"scanner"}}}}]}
            """,
            Spec(stack["registries-exception-scanners"], "match"));
        Assert.Equal(
            """
            {"all":[{"key":"{{ [request.object.spec.[containers, initContainers, ephemeralContainers][].image, request.object.spec.volumes[].image.reference][] }}","operator":"AllIn","value":["docker.io/*","ghcr.io/fluxcd","ghcr.io/fluxcd/*","ghcr.io/fluxcd:*","ghcr.io/fluxcd@*","registry.example.com/legacy","registry.example.com/legacy/*","registry.example.com/legacy:*","registry.example.com/legacy@*"]}]}
            """,
            Spec(stack["registries-exception-scanners"], "conditions"));
    }

    [Fact]
    public async Task A_reason_cannot_break_out_of_the_policy_text()
    {
        var args = WithException(PolicyEngine.KubernetesAdmissionPolicy);
        args.Exceptions![0].Reason = "it's \"needed\" '); true";

        var stack = await RunAsync(args);

        Assert.DoesNotContain("needed", Spec(stack["registries-policy"], "matchConditions"), StringComparison.Ordinal);
    }

    private static RegistryAllowlistArgs WithException(string engine)
    {
        var args = Args.Valid(engine, Rollout.Enforce);
        args.Exceptions = [Args.Exception()];
        return args;
    }
}
