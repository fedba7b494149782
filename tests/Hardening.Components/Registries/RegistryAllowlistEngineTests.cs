using System.Text.Json;
using Hardening.Components.Tests.Support;

namespace Hardening.Components.Tests.Registries;

public sealed class RegistryAllowlistEngineTests
{
    [Fact]
    public async Task A_validating_policy_has_a_twin_for_ephemeral_containers()
    {
        var stack = await RunAsync(Args.Valid());

        Assert.Equal(
            ["registries hardening:index:RegistryAllowlist", "registries-pods kubernetes:policies.kyverno.io/v1:ValidatingPolicy", "registries-ephemeral kubernetes:policies.kyverno.io/v1:ValidatingPolicy"],
            Described(stack));
        Assert.All(stack.Resources.Skip(2), resource => Assert.Equal("registries", resource.Parent));
        Assert.Equal("""{"labels":{"app.kubernetes.io/managed-by":"hardening"},"name":"trusted-registries"}""", stack["registries-pods"].Json("metadata"));
        Assert.Equal("""{"labels":{"app.kubernetes.io/managed-by":"hardening"},"name":"trusted-registries-ephemeral"}""", stack["registries-ephemeral"].Json("metadata"));
        Assert.Equal(
            """{"resourceRules":[{"apiGroups":[""],"apiVersions":["v1"],"operations":["CREATE","UPDATE"],"resources":["pods"]}]}""",
            Spec(stack["registries-pods"], "matchConstraints"));
        Assert.Equal(
            """{"resourceRules":[{"apiGroups":[""],"apiVersions":["v1"],"operations":["UPDATE"],"resources":["pods/ephemeralcontainers"]}]}""",
            Spec(stack["registries-ephemeral"], "matchConstraints"));
    }

    [Fact]
    public async Task Rules_for_controllers_are_made_from_the_policy_for_pods_only()
    {
        var stack = await RunAsync(Args.Valid());

        Assert.Equal("""{"podControllers":{"controllers":["daemonsets","deployments","statefulsets","jobs","cronjobs"]}}""", Spec(stack["registries-pods"], "autogen"));
        Assert.Equal("""{"podControllers":{"controllers":[]}}""", Spec(stack["registries-ephemeral"], "autogen"));
    }

    [Theory]
    [InlineData(Rollout.Audit, """["Audit"]""", "\"Ignore\"")]
    [InlineData(Rollout.Warn, """["Warn","Audit"]""", "\"Ignore\"")]
    [InlineData(Rollout.Enforce, """["Deny"]""", "\"Fail\"")]
    public async Task A_mode_becomes_actions_and_only_enforcing_fails_closed(string mode, string actions, string failurePolicy)
    {
        var kyverno = await RunAsync(Args.Valid(mode: mode));
        var kubernetes = await RunAsync(Args.Valid(PolicyEngine.KubernetesAdmissionPolicy, mode));

        Assert.Equal(actions, Spec(kyverno["registries-pods"], "validationActions"));
        Assert.Equal(actions, Spec(kyverno["registries-ephemeral"], "validationActions"));
        Assert.Equal(failurePolicy, Spec(kyverno["registries-pods"], "failurePolicy"));
        Assert.Equal(actions, Spec(kubernetes["registries-binding"], "validationActions"));
        Assert.Equal(failurePolicy, Spec(kubernetes["registries-policy"], "failurePolicy"));
    }

    [Theory]
    [InlineData(Rollout.Audit, "false", "Audit", "Ignore")]
    [InlineData(Rollout.Warn, "true", "Audit", "Ignore")]
    [InlineData(Rollout.Enforce, "false", "Enforce", "Fail")]
    public async Task A_mode_of_the_legacy_policy_is_an_action_of_its_rule(string mode, string warns, string action, string failurePolicy)
    {
        var stack = await RunAsync(Args.Valid(PolicyEngine.KyvernoClusterPolicy, mode));

        Assert.Equal(["registries hardening:index:RegistryAllowlist", "registries-policy kubernetes:kyverno.io/v1:ClusterPolicy"], Described(stack));
        Assert.Equal(warns, Spec(stack["registries-policy"], "emitWarning"));
        Assert.Equal($$"""{"failurePolicy":"{{failurePolicy}}"}""", Spec(stack["registries-policy"], "webhookConfiguration"));
        var rule = Assert.Single(JsonDocument.Parse(Spec(stack["registries-policy"], "rules")).RootElement.EnumerateArray());
        Assert.Equal(action, rule.GetProperty("validate").GetProperty("failureAction").GetString());
        Assert.Equal("""{"any":[{"resources":{"kinds":["Pod"],"operations":["CREATE","UPDATE"]}}]}""", rule.GetProperty("match").GetRawText());
        Assert.Contains("\"pod-policies.kyverno.io/autogen-controllers\":\"none\"", stack["registries-policy"].Json("metadata"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Kubernetes_own_policy_is_bound_by_its_name_after_it_exists()
    {
        var stack = await RunAsync(Args.Valid(PolicyEngine.KubernetesAdmissionPolicy));

        Assert.Equal(
            [
                "registries hardening:index:RegistryAllowlist",
                "registries-policy kubernetes:admissionregistration.k8s.io/v1:ValidatingAdmissionPolicy",
                "registries-binding kubernetes:admissionregistration.k8s.io/v1:ValidatingAdmissionPolicyBinding",
            ],
            Described(stack));
        Assert.Equal(["registries-policy"], stack["registries-binding"].DependsOn);
        Assert.Equal("\"trusted-registries\"", Spec(stack["registries-binding"], "policyName"));
        Assert.Equal(
            """
            {"resourceRules":[{"apiGroups":[""],"apiVersions":["v1"],"operations":["CREATE","UPDATE"],"resources":["pods"]},{"apiGroups":[""],"apiVersions":["v1"],"operations":["UPDATE"],"resources":["pods/ephemeralcontainers"]}]}
            """,
            Spec(stack["registries-policy"], "matchConstraints"));
    }

    [Fact]
    public async Task Every_engine_evaluates_the_same_text()
    {
        var kyverno = await RunAsync(Args.Valid());
        var kubernetes = await RunAsync(Args.Valid(PolicyEngine.KubernetesAdmissionPolicy));
        var legacy = await RunAsync(Args.Valid(PolicyEngine.KyvernoClusterPolicy));

        var variables = Spec(kyverno["registries-pods"], "variables");
        Assert.StartsWith("""[{"expression":"['docker.io', 'ghcr.io/fluxcd']","name":"trusted"},""", variables, StringComparison.Ordinal);
        Assert.Equal(variables, Spec(kyverno["registries-ephemeral"], "variables"));
        Assert.Equal(variables, Spec(kubernetes["registries-policy"], "variables"));
        Assert.Contains($"\"variables\":{variables}", Spec(legacy["registries-policy"], "rules"), StringComparison.Ordinal);
        var validations = Spec(kyverno["registries-pods"], "validations");
        Assert.Equal(validations, Spec(kubernetes["registries-policy"], "validations"));
        Assert.Contains($"\"expressions\":{validations}", Spec(legacy["registries-policy"], "rules"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Excluded_namespaces_are_a_condition_because_rules_for_controllers_lose_selectors()
    {
        const string Expected = """[{"expression":"!(has(dyn(object).metadata.namespace) && dyn(object).metadata.namespace in ['kube-system', 'kyverno'])","name":"excluded-namespaces"}]""";
        foreach (var (engine, resource) in new[] { (PolicyEngine.KyvernoValidatingPolicy, "registries-pods"), (PolicyEngine.KubernetesAdmissionPolicy, "registries-policy") })
        {
            var args = Args.Valid(engine);
            Assert.False(Spec((await RunAsync(args))[resource]).TryGetProperty("matchConditions", out _));

            args.ExcludedNamespaces = ["kube-system", "kyverno"];
            Assert.Equal(Expected, Spec((await RunAsync(args))[resource], "matchConditions"));
        }
    }

    [Fact]
    public async Task The_policy_carries_the_name_that_the_arguments_give()
    {
        var args = Args.Valid(PolicyEngine.KubernetesAdmissionPolicy);
        args.PolicyName = "images";

        var stack = await RunAsync(args);

        Assert.Equal("\"images\"", Spec(stack["registries-binding"], "policyName"));
        Assert.Contains("\"name\":\"images\"", stack["registries-policy"].Json("metadata"), StringComparison.Ordinal);
        var component = Assert.IsType<RegistryAllowlist>(stack["registries"].Resource);
        Assert.Equal("images", await Pulumi.Utilities.OutputUtilities.GetValueAsync(component.PolicyName));
        Assert.Equal(["docker.io", "ghcr.io/fluxcd"], (await Pulumi.Utilities.OutputUtilities.GetValueAsync(component.TrustedRegistries)).ToArray());
    }

    [Fact]
    public async Task Refused_arguments_create_nothing_and_every_problem_is_told()
    {
        var args = Args.Valid();
        args.Registries = ["GHCR.io"];
        args.Mode = Rollout.Off;
        ComponentArgumentException? refusal = null;

        var stack = await RecordedStack.RunAsync(() => refusal = Assert.Throws<ComponentArgumentException>(() => new RegistryAllowlist("registries", args)));

        Assert.Equal(["registries[0]", "mode"], refusal!.Problems.Select(problem => problem.Path));
        Assert.Empty(Described(stack));
    }

    internal static Task<RecordedStack> RunAsync(RegistryAllowlistArgs args) => RecordedStack.RunAsync(() => _ = new RegistryAllowlist("registries", args));

    internal static string Spec(RecordedResource resource, string member) =>
        Spec(resource).TryGetProperty(member, out var value) ? value.GetRawText() : throw new KeyNotFoundException(member);

    internal static IEnumerable<string> Described(RecordedStack stack) =>
        stack.Resources.Where(resource => resource.Type != "pulumi:pulumi:Stack").Select(resource => $"{resource.Name} {resource.Type}");

    private static JsonElement Spec(RecordedResource resource) => JsonDocument.Parse(resource.Json("spec")).RootElement;
}
