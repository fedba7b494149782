using Hardening.Components.Tests.Support;

namespace Hardening.Components.Tests.Namespaces;

public sealed class AdoptTests
{
    [Fact]
    public async Task Adopting_patches_only_what_is_set_and_never_deletes()
    {
        var stack = await RecordedStack.RunAsync(() => _ = new HardenedNamespace("argocd", Plans.Namespace(args => args.Adopt = true)));

        Assert.Equal("kubernetes:core/v1:NamespacePatch", stack["argocd-namespace"].Type);
        Assert.Equal(
            """{"apiVersion":"v1","kind":"Namespace","metadata":{"annotations":{"pulumi.com/patchFieldManager":"hardening"},"labels":{"pod-security.kubernetes.io/audit":"baseline","pod-security.kubernetes.io/audit-version":"v1.34"},"name":"grafana"}}""",
            stack["argocd-namespace"].Json());
        Assert.True(stack["argocd-namespace"].Options.RetainOnDelete);
    }

    [Fact]
    public async Task Force_takes_fields_that_somebody_else_owns()
    {
        var stack = await RecordedStack.RunAsync(() => _ = new HardenedNamespace("argocd", Plans.Namespace(args =>
        {
            args.Adopt = true;
            args.Force = true;
        })));

        Assert.Contains("\"pulumi.com/patchForce\":\"true\"", stack["argocd-namespace"].Json(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_adopted_namespace_without_any_label_takes_no_labels()
    {
        var stack = await RecordedStack.RunAsync(() => _ = new HardenedNamespace("argocd", Plans.Namespace(args =>
        {
            args.Adopt = true;
            args.Exemptions = [Plans.Exemption(NamespaceControl.PodSecurity)];
        })));

        Assert.Equal(
            """{"annotations":{"hardening/exempt-from-pod-security":"until 2027-03-31, ml@example.org: needs the host's NPU","pulumi.com/patchFieldManager":"hardening"},"name":"grafana"}""",
            stack["argocd-namespace"].Json("metadata"));
    }

    [Fact]
    public async Task Limits_and_quota_of_an_adopted_namespace_wait_for_the_patch()
    {
        var stack = await RecordedStack.RunAsync(() => _ = new HardenedNamespace("argocd", Plans.Namespace(args => args.Adopt = true)));

        Assert.Equal(["argocd-namespace"], stack["argocd-limits"].DependsOn);
        Assert.Equal(["argocd-namespace", "argocd-limits"], stack["argocd-quota"].DependsOn);
    }

    [Theory]
    [InlineData("default")]
    [InlineData("kube-public")]
    public void A_namespace_that_always_exists_is_not_created(string name) => Assert.Equal(
        $"name: this namespace exists in every cluster and cannot be created (got \"{name}\"); set adopt: true",
        Refusal.Of(HardenedNamespace.Validate(Plans.Namespace(args =>
        {
            args.Name = name;
            args.Quota = new() { Reason = "a test" };
        }))));

    [Fact]
    public void Force_without_adopt_is_refused() => Assert.Equal(
        "force: force concerns the fields of an adopted namespace (got \"true\"); set adopt, or remove force",
        Refusal.Of(HardenedNamespace.Validate(Plans.Namespace(args => args.Force = true))));
}
