using Hardening.Components.Tests.Support;
using Pulumi;

namespace Hardening.Components.Tests.Secrets;

public sealed class SecretRotationTests
{
    private static SecretRotationArgs Args(Action<SecretRotationArgs>? change = null)
    {
        var args = new SecretRotationArgs { Namespace = "shop", Workload = "web", Secrets = [new() { Name = "payments", Checksum = "c0ffee" }, new() { Name = "mail", Checksum = "decaf" }] };
        change?.Invoke(args);
        return args;
    }

    private static string Refused(Action<SecretRotationArgs> change) => Refusal.All(SecretRotation.Validate(Args(change)));

    [Theory]
    [InlineData(null)]
    [InlineData(WorkloadKind.Deployment)]
    [InlineData(WorkloadKind.StatefulSet)]
    [InlineData(WorkloadKind.DaemonSet)]
    public async Task A_checksum_in_the_pod_template_restarts_the_pods(string? kind)
    {
        var stack = await RecordedStack.RunAsync(() => _ = new SecretRotation("web", Args(args => args.Kind = kind)));

        Assert.Equal(("hardening:index:SecretRotation", $"kubernetes:apps/v1:{kind ?? "Deployment"}Patch", "web"), (stack["web"].Type, stack["web-patch"].Type, stack["web-patch"].Parent));
        Assert.Equal("""{"annotations":{"pulumi.com/patchFieldManager":"hardening-secret-rotation"},"name":"web","namespace":"shop"}""", stack["web-patch"].Json("metadata"));
        Assert.Matches("""^{"template":{"metadata":{"annotations":{"checksum/sealed-secrets":"[0-9a-f]{64}"}}}}$""", stack["web-patch"].Json("spec"));
        Assert.True(((CustomResourceOptions)stack["web-patch"].Options).RetainOnDelete);
    }

    [Theory]
    [InlineData(WorkloadKind.Deployment)]
    [InlineData(WorkloadKind.StatefulSet)]
    [InlineData(WorkloadKind.DaemonSet)]
    public async Task Reloader_is_told_the_names_and_the_pod_template_is_left_alone(string kind)
    {
        var stack = await RecordedStack.RunAsync(() => _ = new SecretRotation("web", Args(args =>
            (args.Kind, args.Method, args.Secrets, args.Cluster) = (kind, RotationMethod.Reloader, [new() { Name = "payments" }, new() { Name = "mail" }], new() { ReloaderVersion = "1.4.8" }))));

        Assert.Equal(
            """{"annotations":{"pulumi.com/patchFieldManager":"hardening-secret-rotation","secret.reloader.stakater.com/reload":"mail,payments"},"name":"web","namespace":"shop"}""",
            stack["web-patch"].Json("metadata"));
        Assert.False(stack["web-patch"].Inputs.ContainsKey("spec"));
    }

    [Fact]
    public async Task The_order_of_the_secrets_restarts_nothing_and_a_change_of_any_does()
    {
        var stack = await RecordedStack.RunAsync(() =>
        {
            _ = new SecretRotation("one", Args());
            _ = new SecretRotation("turned", Args(args => args.Secrets!.Reverse()));
            _ = new SecretRotation("changed", Args(args => args.Secrets![1].Checksum = "tea"));
        });

        Assert.Equal(stack["one-patch"].Json("spec"), stack["turned-patch"].Json("spec"));
        Assert.NotEqual(stack["one-patch"].Json("spec"), stack["changed-patch"].Json("spec"));
    }

    [Fact]
    public async Task A_workload_restarts_when_a_sealed_value_changes_and_not_otherwise()
    {
        async Task<string> TemplateAsync(string value)
        {
            var stack = await RecordedStack.RunAsync(() =>
            {
                var bundle = new SealedSecretBundle("secrets", Bundles.Args(args => args.Sealed = [Bundles.Secret(value)]));
                _ = new SecretRotation("web", Args(args => args.Secrets = [new() { Name = "payments", Checksum = bundle.ChecksumOf("shop", "payments") }]));
            });
            return stack["web-patch"].Json("spec");
        }

        var first = await TemplateAsync("one");
        Assert.Equal(first, await TemplateAsync("one"));
        Assert.NotEqual(first, await TemplateAsync("two"));
    }

    [Fact]
    public async Task Off_patches_nothing()
    {
        var stack = await RecordedStack.RunAsync(() => _ = new SecretRotation("web", Args(args => args.Mode = Rollout.Off)));

        Assert.Equal(["web"], stack.Resources.Where(resource => resource.Resource is not Stack).Select(resource => resource.Name));
    }

    [Fact]
    public void Everything_that_is_missing_is_said_at_once() => Assert.Equal(
        """
        namespace: a name cannot be empty; write the namespace of the workload
        workload: a name cannot be empty; write the workload's name
        secrets: no secret is named; name those that the workload reads
        """,
        Refusal.All(SecretRotation.Validate(new())));

    [Fact]
    public void What_nobody_could_follow_is_refused() => Assert.Equal(
        """
        mode: is not a value that this argument knows (got "Warn"); write one of Off, Enforce
        kind: is not a value that this argument knows (got "Daemonset"); did you mean DaemonSet? It is one of Deployment, StatefulSet, DaemonSet
        method: is not a value that this argument knows (got "Restart"); write one of Checksum, Reloader
        secrets[1].name: is named twice (got "payments"); remove one of the two
        secrets[2].name: a name has only a-z, 0-9, hyphens and dots, and each part between dots starts and ends with a letter or digit (got "Mail"); write the name of the secret
        """,
        Refused(args =>
        {
            (args.Mode, args.Kind, args.Method) = (Rollout.Warn, "Daemonset", "Restart");
            args.Secrets = [new() { Name = "payments" }, new() { Name = "payments" }, new() { Name = "Mail" }];
        }));

    [Fact]
    public void A_missing_entry_is_refused() => Assert.Equal("secrets[0]: the entry is missing; write it or remove the entry", Refused(args => args.Secrets = [null!]));

    [Fact]
    public void A_secret_that_is_not_sealed_here_has_no_checksum() => Assert.Equal(
        "secrets[0].checksum: is missing: a change of a secret that is not sealed here cannot be seen here; use method Reloader, which watches the secret itself",
        Refused(args => args.Secrets = [new() { Name = "admin-auth" }]));
}
