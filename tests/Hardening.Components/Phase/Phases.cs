using Hardening.Components.Tests.Support;

namespace Hardening.Components.Tests.Phase;

/// <summary>Arguments of phases that are accepted, for tests to change.</summary>
internal static class Phases
{
    public static ClusterFactsArgs Cluster => new() { KubernetesVersion = "1.34.1", CiliumVersion = "1.19.4", KyvernoVersion = "1.19.0", CertManagerVersion = "1.21.1", WorkerMemory = "56Gi" };

    public static HardeningPhaseArgs Valid(Action<HardeningPhaseArgs>? change = null)
    {
        var args = new HardeningPhaseArgs
        {
            Prefix = "",
            Cluster = Cluster,
            CidrGroups = [new() { Name = "resolvers", Cidrs = ["1.1.1.1/32"] }],
            Namespaces = [new() { Name = "shop", Size = NamespaceSize.Small }, new() { Name = "data", Adopt = true, Size = NamespaceSize.Small }],
            Egress =
            [
                new() { Namespace = "shop", Mode = Rollout.Audit, Rules = [EgressRule.Dns(), EgressRule.CidrGroup("resolvers", "53/UDP")] },
                new()
                {
                    Namespace = "shop",
                    PolicyName = "egress-web",
                    PodSelector = new() { ["app.kubernetes.io/name"] = "web" },
                    Mode = Rollout.Audit,
                    Rules = [EgressRule.Fqdn("api.payments.example", 443)],
                },
                new() { Namespace = "data", Mode = Rollout.Audit, Rules = [EgressRule.None()] },
            ],
            Registries = new() { Registries = ["ghcr.io"] },
            Pinning = new() { Mode = Rollout.Enforce },
            Security =
            [
                new()
                {
                    Namespace = "shop",
                    Workload = "web",
                    PodSelector = new() { ["app.kubernetes.io/name"] = "web" },
                    Profile = SecurityProfile.Restricted,
                    Reason = "needs nothing",
                    Mode = Rollout.Warn,
                },
            ],
            CertManagerAlerts = new(),
            Dashboard = new() { ServiceAccount = new() { Namespace = "shop", Name = "headlamp" }, ChartValue = "clusterRoleBinding.create=false" },
            Disruption = [Budget("web")],
            Projects =
            [
                new() { Namespace = "data", Name = "shop", SourceRepos = ["https://github.com/example/shop"], Destinations = [new() { Server = GitOpsDestinationArgs.InCluster, Namespace = "shop" }] },
                new() { Namespace = "data", Name = "default", Locked = true },
            ],
        };
        change?.Invoke(args);
        return args;
    }

    public static PodDisruptionArgs Budget(string workload) => new()
    {
        Namespace = "shop",
        Workload = workload,
        PodSelector = new() { ["app.kubernetes.io/name"] = "web" },
        Replicas = 2,
        MaxUnavailable = "1",
    };

    public static Task<RecordedStack> RunAsync(HardeningPhaseArgs args) => RecordedStack.RunAsync(() => _ = new HardeningPhase("lab", args));
}
