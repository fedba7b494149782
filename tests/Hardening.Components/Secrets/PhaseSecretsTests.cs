using Hardening.Components.Tests.Support;

namespace Hardening.Components.Tests.Secrets;

/// <summary>In a phase the secrets and who restarts with them know of each other.</summary>
public sealed class PhaseSecretsTests
{
    private static ClusterFactsArgs Cluster
    {
        get
        {
            var facts = Plans.Cluster;
            facts.ReloaderVersion = "1.4.8";
            return facts;
        }
    }

    private static HardeningPhaseArgs Args(Action<HardeningPhaseArgs>? change = null)
    {
        var args = new HardeningPhaseArgs
        {
            Prefix = "",
            Cluster = Cluster,
            Namespaces = [new() { Name = "shop", Egress = new() { Mode = Rollout.Audit, Rules = [EgressRule.None()] } }],
            Secrets = Bundles.Args(bundle => bundle.External = [new() { Namespace = "shop", Name = "admin-auth", UsedBy = ["web"], Reason = "made by hand" }]),
            Rotation = [Rotation("payments")],
        };
        change?.Invoke(args);
        return args;
    }

    private static SecretRotationArgs Rotation(params string[] secrets) => new() { Namespace = "shop", Workload = "web", Secrets = [.. secrets.Select(name => new RotatedSecretArgs { Name = name })] };

    [Fact]
    public async Task Who_restarts_is_told_the_checksum()
    {
        var stack = await RecordedStack.RunAsync(() => _ = new HardeningPhase("phase", Args()));
        var changed = await RecordedStack.RunAsync(() => _ = new HardeningPhase("phase", Args(args => args.Secrets!.Sealed = [Bundles.Secret("changed")])));

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
    public void Reloader_has_to_be_stated_where_it_is_chosen() => Assert.Equal(
        "rotation[0].method: needs Reloader, and the cluster's version of it is not stated (got \"Reloader\"); state cluster.reloaderVersion, or use method Checksum",
        Refusal.Of(HardeningPhase.Validate(Args(args =>
        {
            args.Cluster = Plans.Cluster;
            args.Rotation![0].Method = RotationMethod.Reloader;
        }))));

    [Theory]
    [InlineData(false, RotationMethod.Checksum, null, true)]
    [InlineData(false, null, null, true)]
    [InlineData(true, RotationMethod.Checksum, null, false)]
    [InlineData(false, RotationMethod.Reloader, null, false)]
    [InlineData(false, RotationMethod.Checksum, Rollout.Off, false)]
    public void A_checksum_that_does_not_wait_for_the_controller_is_warned_of(bool waits, string? method, string? mode, bool warned) => Assert.Equal(
        warned ? ["rotation[0].method: pods may restart before the controller has unsealed the new value, and then keep the old one: set waitForSynced of the secrets, or use method Reloader"] : [],
        HardeningPhase.Validate(Args(args =>
        {
            args.Secrets!.WaitForSynced = waits;
            (args.Rotation![0].Method, args.Rotation[0].Mode) = (method, mode);
        })).Warnings.Select(warning => warning.ToString()).Where(warning => warning.StartsWith("rotation", StringComparison.Ordinal)));

    [Fact]
    public void Without_secrets_nobody_restarts() => Assert.Equal(
        "rotation[0].secrets[0].name: is no secret of shop here (got \"payments\"); seal it, or list it below external",
        Refusal.Of(HardeningPhase.Validate(Args(args => args.Secrets = null))));
}
