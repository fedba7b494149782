using System.Text.Json;
using Hardening.Components.Tests.Support;
using static Hardening.Components.Tests.Registries.RegistryAllowlistEngineTests;

namespace Hardening.Components.Tests.Workloads;

public sealed class WorkloadSecurityTests
{
    private static readonly ContextTable Table = ContextTable.Read();

    [Fact]
    public async Task Pods_are_judged_by_namespace_and_labels_and_controllers_are_not()
    {
        var stack = await RunAsync(Table.ToArgs(PolicyEngine.KyvernoValidatingPolicy, SecurityProfile.Restricted));

        Assert.Equal(
            ["web hardening:index:WorkloadSecurity", "web-pods kubernetes:policies.kyverno.io/v1:ValidatingPolicy", "web-ephemeral kubernetes:policies.kyverno.io/v1:ValidatingPolicy"],
            Described(stack));
        Assert.Equal("""{"labels":{"app.kubernetes.io/managed-by":"hardening"},"name":"security-shop-web"}""", stack["web-pods"].Json("metadata"));
        Assert.Equal("""{"podControllers":{"controllers":[]}}""", Spec(stack["web-pods"], "autogen"));
        Assert.Equal(
            """
            [{"expression":"has(object.metadata.namespace) && object.metadata.namespace == 'shop'","name":"namespace"},{"expression":"has(object.metadata.labels) && 'app' in object.metadata.labels && object.metadata.labels['app'] == 'web'","name":"pods"}]
            """,
            Spec(stack["web-pods"], "matchConditions"));
    }

    [Theory]
    [InlineData(Rollout.Audit, """["Audit"]""", "\"Ignore\"")]
    [InlineData(Rollout.Warn, """["Warn","Audit"]""", "\"Ignore\"")]
    [InlineData(Rollout.Enforce, """["Deny"]""", "\"Fail\"")]
    public async Task Both_engines_evaluate_the_same_text_in_every_mode(string mode, string actions, string failurePolicy)
    {
        var kyverno = await RunAsync(In(PolicyEngine.KyvernoValidatingPolicy));
        var kubernetes = await RunAsync(In(PolicyEngine.KubernetesAdmissionPolicy));

        Assert.Equal(actions, Spec(kyverno["web-pods"], "validationActions"));
        Assert.Equal(actions, Spec(kubernetes["web-binding"], "validationActions"));
        Assert.Equal(failurePolicy, Spec(kubernetes["web-policy"], "failurePolicy"));
        Assert.Equal(Spec(kyverno["web-pods"], "variables"), Spec(kubernetes["web-policy"], "variables"));
        Assert.Equal(Spec(kyverno["web-pods"], "matchConditions"), Spec(kubernetes["web-policy"], "matchConditions"));
        var validation = Assert.Single(JsonDocument.Parse(Spec(kubernetes["web-policy"], "validations")).RootElement.EnumerateArray());
        Assert.Equal("'security context of shop/web, profile DropAll: ' + variables.violations.join('; ')", validation.GetProperty("messageExpression").GetString());

        WorkloadSecurityArgs In(string engine)
        {
            var args = Table.ToArgs(engine, SecurityProfile.DropAll);
            args.Mode = mode;
            return args;
        }
    }

    [Fact]
    public async Task A_privileged_workload_has_no_policy_because_nothing_is_demanded()
    {
        var args = Table.ToArgs(PolicyEngine.KyvernoValidatingPolicy, SecurityProfile.Privileged);
        (args.RunAsUser, args.AddCapabilities, args.NamespaceLevel) = (null, null, PodSecurityLevel.Privileged);

        Assert.Equal(["web hardening:index:WorkloadSecurity"], Described(await RunAsync(args)));
    }

    [Theory]
    [InlineData(SecurityProfile.RestrictedReadOnly, 65532, "web|Yes (65532)|Yes|No|It needs a low port.")]
    [InlineData(SecurityProfile.Restricted, null, "web|Yes|—|No|It needs a low port.")]
    [InlineData(SecurityProfile.DropAll, 1000, "web|—|—|No|It needs a low port.")]
    [InlineData(SecurityProfile.Privileged, null, "web|—|—|Yes|It needs a low port.")]
    public void A_summary_says_what_is_demanded(string profile, int? user, string row)
    {
        var args = Table.ToArgs(PolicyEngine.KyvernoValidatingPolicy, profile);
        args.RunAsUser = user;

        Assert.Equal(row, string.Join('|', WorkloadSecurity.Summary(args)));
    }

    private static Task<RecordedStack> RunAsync(WorkloadSecurityArgs args) => RecordedStack.RunAsync(() => _ = new WorkloadSecurity("web", args));
}
