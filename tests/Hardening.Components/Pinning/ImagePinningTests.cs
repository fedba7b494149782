using System.Text.Json;
using Hardening.Components.Tests.Support;
using static Hardening.Components.Tests.Registries.RegistryAllowlistEngineTests;

namespace Hardening.Components.Tests.Pinning;

public sealed class ImagePinningTests
{
    [Fact]
    public async Task A_validating_policy_for_pods_and_their_controllers_has_a_twin_for_ephemeral_containers()
    {
        var stack = await RunPinningAsync(PinArgs.Valid());

        Assert.Equal(
            ["pins hardening:index:ImagePinning", "pins-pods kubernetes:policies.kyverno.io/v1:ValidatingPolicy", "pins-ephemeral kubernetes:policies.kyverno.io/v1:ValidatingPolicy"],
            Described(stack));
        Assert.Equal("""{"labels":{"app.kubernetes.io/managed-by":"hardening"},"name":"pinned-images"}""", stack["pins-pods"].Json("metadata"));
        Assert.Equal("""{"podControllers":{"controllers":["daemonsets","deployments","statefulsets","jobs","cronjobs"]}}""", Spec(stack["pins-pods"], "autogen"));
        Assert.Equal("""{"podControllers":{"controllers":[]}}""", Spec(stack["pins-ephemeral"], "autogen"));
    }

    [Theory]
    [InlineData(Rollout.Audit, """["Audit"]""", "\"Ignore\"")]
    [InlineData(Rollout.Warn, """["Warn","Audit"]""", "\"Ignore\"")]
    [InlineData(Rollout.Enforce, """["Deny"]""", "\"Fail\"")]
    public async Task A_mode_becomes_actions_and_only_enforcing_fails_closed(string mode, string actions, string failurePolicy)
    {
        var kyverno = await RunPinningAsync(PinArgs.Valid(mode: mode));
        var kubernetes = await RunPinningAsync(PinArgs.Valid(PolicyEngine.KubernetesAdmissionPolicy, mode));

        Assert.Equal(actions, Spec(kyverno["pins-pods"], "validationActions"));
        Assert.Equal(actions, Spec(kyverno["pins-ephemeral"], "validationActions"));
        Assert.Equal(failurePolicy, Spec(kyverno["pins-pods"], "failurePolicy"));
        Assert.Equal(actions, Spec(kubernetes["pins-binding"], "validationActions"));
        Assert.Equal(failurePolicy, Spec(kubernetes["pins-policy"], "failurePolicy"));
    }

    [Fact]
    public async Task Both_engines_evaluate_the_same_text()
    {
        var kyverno = await RunPinningAsync(PinArgs.Valid());
        var kubernetes = await RunPinningAsync(PinArgs.Valid(PolicyEngine.KubernetesAdmissionPolicy));

        var variables = Spec(kyverno["pins-pods"], "variables");
        Assert.StartsWith("""[{"expression":"'Optional'","name":"digest"},{"expression":"['registry.k8s.io/pause']","name":"twoNumbers"},""", variables, StringComparison.Ordinal);
        Assert.Equal(variables, Spec(kyverno["pins-ephemeral"], "variables"));
        Assert.Equal(variables, Spec(kubernetes["pins-policy"], "variables"));
        Assert.Equal(Spec(kyverno["pins-pods"], "validations"), Spec(kubernetes["pins-policy"], "validations"));
    }

    [Fact]
    public async Task An_exception_carries_its_reason_with_each_engine()
    {
        var kyverno = await RunPinningAsync(WithException(PolicyEngine.KyvernoValidatingPolicy));
        var kubernetes = await RunPinningAsync(WithException(PolicyEngine.KubernetesAdmissionPolicy));

        Assert.Equal(
            """
            {"annotations":{"hardening/expires":"2027-03-31","hardening/owner":"labs","hardening/reason":"Labs follow the main branch."},"labels":{"app.kubernetes.io/managed-by":"hardening"},"name":"pinned-images-labs","namespace":"kyverno"}
            """,
            kyverno["pins-exception-labs"].Json("metadata"));
        Assert.Equal(["pins-exception-labs"], kyverno["pins-pods"].DependsOn);
        Assert.Equal(
            """
            {"annotations":{"exception.hardening/labs":"Labs follow the main branch. (owner labs, until 2027-03-31)"},"labels":{"app.kubernetes.io/managed-by":"hardening"},"name":"pinned-images"}
            """,
            kubernetes["pins-policy"].Json("metadata"));
        Assert.Equal("exception-labs", Assert.Single(JsonDocument.Parse(Spec(kubernetes["pins-policy"], "matchConditions")).RootElement.EnumerateArray()).GetProperty("name").GetString());
    }

    [Fact]
    public async Task The_policy_carries_the_name_that_the_arguments_give()
    {
        var args = PinArgs.Valid(PolicyEngine.KubernetesAdmissionPolicy);
        args.PolicyName = "images";

        var stack = await RunPinningAsync(args);

        Assert.Equal("\"images\"", Spec(stack["pins-binding"], "policyName"));
        Assert.Equal("images", await Pulumi.Utilities.OutputUtilities.GetValueAsync(Assert.IsType<ImagePinning>(stack["pins"].Resource).PolicyName));
    }

    private static Task<RecordedStack> RunPinningAsync(ImagePinningArgs args) => RecordedStack.RunAsync(() => _ = new ImagePinning("pins", args));

    private static ImagePinningArgs WithException(string engine)
    {
        var args = PinArgs.Valid(engine, Rollout.Enforce);
        args.Exceptions = [PinArgs.Exception()];
        return args;
    }
}
