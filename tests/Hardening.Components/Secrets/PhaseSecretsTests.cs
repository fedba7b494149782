using Hardening.Components.Tests.Support;

namespace Hardening.Components.Tests.Secrets;

/// <summary>In a phase the secrets and who restarts with them know of each other.</summary>
public sealed class PhaseSecretsTests
{
    private static HardeningPhaseArgs Args(Action<HardeningPhaseArgs>? change = null)
    {
        var args = new HardeningPhaseArgs
        {
            Prefix = "",
            Cluster = Plans.Cluster,
            Namespaces = [new() { Name = "shop", Egress = new() { Mode = Rollout.Audit, Rules = [EgressRule.None()] } }],
            Secrets = Bundles.Args(bundle => bundle.External = [new() { Namespace = "shop", Name = "admin-auth", UsedBy = ["web"], Reason = "made by hand" }]),
            Rotation = [Rotation("payments")],
        };
        change?.Invoke(args);
        return args;
    }

    private static SecretRotationArgs Rotation(params string[] secrets) => new() { Namespace = "shop", Workload = "web", Secrets = [.. secrets.Select(name => new RotatedSecretArgs { Name = name })] };

    [Fact]
    public async Task Who_restarts_is_told_the_checksum_and_waits_for_the_secrets()
    {
        var stack = await RecordedStack.RunAsync(() => _ = new HardeningPhase("phase", Args()));
        var changed = await RecordedStack.RunAsync(() => _ = new HardeningPhase("phase", Args(args => args.Secrets!.Sealed = [Bundles.Secret("changed")])));

        Assert.Equal(["sealed-secrets"], stack["shop.web.Deployment"].DependsOn);
        Assert.Equal(["shop"], stack["sealed-secrets"].DependsOn);
        Assert.Matches("checksum/sealed-secrets\":\"[0-9a-f]{64}", stack["shop.web.Deployment-patch"].Json("spec"));
        Assert.NotEqual(stack["shop.web.Deployment-patch"].Json("spec"), changed["shop.web.Deployment-patch"].Json("spec"));
    }

    [Fact]
    public async Task A_secret_of_somebody_else_is_followed_by_Reloader()
    {
        var stack = await RecordedStack.RunAsync(() => _ = new HardeningPhase("phase", Args(args => (args.Rotation = [Rotation("payments", "admin-auth")])[0].Method = RotationMethod.Reloader)));

        Assert.Contains("\"secret.reloader.stakater.com/reload\":\"admin-auth,payments\"", stack["shop.web.Deployment-patch"].Json("metadata"), StringComparison.Ordinal);
    }

    [Fact]
    public void What_nothing_here_makes_and_what_restarts_twice_is_refused() => Assert.Equal(
        """
        rotation[0].secrets[0].name: is no secret of shop here (got "payment"); did you mean payments?
        rotation[1].workload: restarts already with another list of secrets (got "web"); merge it with rotation[0]
        rotation[2].secrets[0].name: is no secret of mail here (got "payments"); seal it, or list it below external
        rotation[3].secrets[0].checksum: is missing: a change of a secret that is not sealed here cannot be seen here; use method Reloader, which watches the secret itself
        """,
        Refusal.All(HardeningPhase.Validate(Args(args =>
        {
            args.Rotation = [Rotation("payment"), Rotation("payments"), Rotation("payments"), Rotation("admin-auth")];
            args.Rotation[2].Namespace = "mail";
            args.Rotation[3].Kind = WorkloadKind.StatefulSet;
        }))));

    [Fact]
    public void Without_secrets_nobody_restarts() => Assert.Equal(
        "rotation[0].secrets[0].name: is no secret of shop here (got \"payments\"); seal it, or list it below external",
        Refusal.Of(HardeningPhase.Validate(Args(args => args.Secrets = null))));
}
