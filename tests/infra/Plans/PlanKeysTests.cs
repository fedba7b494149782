using Hardening.Components;
using Hardening.Infra.Plans;
using Hardening.Infra.Plans.Reading;
using Hardening.Infra.StackFiles;
using Pulumi;

namespace Hardening.Infra.Tests.Plans;

/// <summary>The plan can say whatever the components' arguments can, and the README names every key.</summary>
public sealed class PlanKeysTests
{
    /// <summary>Arguments that the plan fills in by itself, or writes elsewhere.</summary>
    private static readonly HashSet<string> Elsewhere = new(StringComparer.Ordinal)
    {
        // Filled in from the cluster section and the rollout.
        "*.cluster", "*.mode",
        // Sums over the nodes.
        "ClusterFactsArgs.nodes", "ClusterFactsArgs.nodeMemory", "ClusterFactsArgs.workerCpu", "ClusterFactsArgs.nodeCpu", "ClusterFactsArgs.zones",
        // A namespace's policies are written in the namespace; a workload's policy is named after it.
        "EgressPolicyArgs.namespace", "EgressPolicyArgs.policyName", "HardenedNamespaceArgs.egress",
        "IngressPolicyArgs.namespace", "IngressPolicyArgs.policyName", "HardenedNamespaceArgs.ingress",
        // The section calls it trusted, and exceptions are a section of their own.
        "RegistryAllowlistArgs.registries", "RegistryAllowlistArgs.exceptions", "ImagePinningArgs.exceptions",
        // The rest of the plan says them.
        "NamespaceDefaultsArgs.plannedNamespaces", "NamespaceDefaultsArgs.egressMode",
        // Those of the workload and its namespace.
        "WorkloadSecurityArgs.namespace", "WorkloadSecurityArgs.workload", "WorkloadSecurityArgs.podSelector", "WorkloadSecurityArgs.namespaceLevel", "WorkloadSecurityArgs.namespaceMode",
    };

    public static TheoryData<Type, string> Places { get; } = new()
    {
        { typeof(ClusterFactsArgs), "hardening:cluster: { KEY }" },
        { typeof(HardenedNamespaceArgs), "hardening:namespaces: [{ KEY }]" },
        { typeof(PodSecurityArgs), "hardening:namespaces: [{ podSecurity: { KEY } }]" },
        { typeof(NamespaceLimitsArgs), "hardening:namespaces: [{ limits: { KEY } }]" },
        { typeof(LimitArgs), "hardening:namespaces: [{ limits: { container: { KEY } } }]" },
        { typeof(LimitArgs), "hardening:namespaces: [{ limits: { pod: { KEY } } }]" },
        { typeof(LimitArgs), "hardening:namespaces: [{ limits: { persistentVolumeClaim: { KEY } } }]" },
        { typeof(NamespaceQuotaArgs), "hardening:namespaces: [{ quota: { KEY } }]" },
        { typeof(QuotaScopeArgs), "hardening:namespaces: [{ quota: { scopeSelector: [{ KEY }] } }]" },
        { typeof(ExemptionArgs), "hardening:namespaces: [{ exemptions: [{ KEY }] }]" },
        { typeof(ExemptionArgs), "hardening:registries: { excludedNamespaces: [{ KEY }] }" },
        { typeof(WorkloadSecurityArgs), "hardening:namespaces: [{ workloads: [{ security: { KEY } }] }]" },
        { typeof(EgressPolicyArgs), "hardening:namespaces: [{ workloads: [{ KEY }] }]" },
        { typeof(EgressRuleArgs), "hardening:namespaces: [{ egress: [{ KEY }] }]" },
        { typeof(EgressRuleArgs), "hardening:namespaces: [{ workloads: [{ egress: [{ KEY }] }] }]" },
        { typeof(IngressPolicyArgs), "hardening:namespaces: [{ workloads: [{ KEY }] }]" },
        { typeof(IngressRuleArgs), "hardening:namespaces: [{ ingress: [{ KEY }] }]" },
        { typeof(IngressRuleArgs), "hardening:namespaces: [{ workloads: [{ ingress: [{ KEY }] }] }]" },
        { typeof(EgressDnsArgs), "hardening:namespaces: [{ egress: [{ dns: { KEY } }] }]" },
        { typeof(EgressNodeLocalDnsArgs), "hardening:namespaces: [{ egress: [{ nodeLocalDns: { KEY } }] }]" },
        { typeof(EgressNfsArgs), "hardening:namespaces: [{ egress: [{ nfs: { KEY } }] }]" },
        { typeof(IcmpArgs), "hardening:namespaces: [{ egress: [{ icmp: { KEY } }] }]" },
        { typeof(EgressDenyArgs), "hardening:namespaces: [{ egressDeny: [{ KEY }] }]" },
        { typeof(RegistryAllowlistArgs), "hardening:registries: { KEY }" },
        { typeof(ImagePinningArgs), "hardening:pinning: { KEY }" },
        { typeof(ExemptionArgs), "hardening:pinning: { excludedNamespaces: [{ KEY }] }" },
        { typeof(ImageExceptionArgs), "hardening:exceptions: [{ KEY }]" },
        { typeof(DashboardAccessArgs), "hardening:dashboard: { KEY }" },
        { typeof(DashboardServiceAccountArgs), "hardening:dashboard: { serviceAccount: { KEY } }" },
        { typeof(DashboardReadArgs), "hardening:dashboard: { read: [{ KEY }] }" },
        { typeof(DashboardWriteArgs), "hardening:dashboard: { write: [{ KEY }] }" },
        { typeof(PodDisruptionArgs), "hardening:disruption: [{ KEY }]" },
        { typeof(GitOpsProjectArgs), "hardening:projects: [{ KEY }]" },
        { typeof(GitOpsDestinationArgs), "hardening:projects: [{ destinations: [{ KEY }] }]" },
        { typeof(GitOpsClusterResourceArgs), "hardening:projects: [{ clusterResourceWhitelist: [{ KEY }] }]" },
        { typeof(GitOpsClusterResourceArgs), "hardening:projects: [{ clusterResourceBlacklist: [{ KEY }] }]" },
        { typeof(GitOpsResourceArgs), "hardening:projects: [{ namespaceResourceWhitelist: [{ KEY }] }]" },
        { typeof(GitOpsResourceArgs), "hardening:projects: [{ namespaceResourceBlacklist: [{ KEY }] }]" },
        { typeof(GitOpsRoleArgs), "hardening:projects: [{ roles: [{ KEY }] }]" },
        { typeof(GitOpsSyncWindowArgs), "hardening:projects: [{ syncWindows: [{ KEY }] }]" },
        { typeof(GitOpsOrphansArgs), "hardening:projects: [{ orphanedResources: { KEY } }]" },
        { typeof(GitOpsOrphanArgs), "hardening:projects: [{ orphanedResources: { ignore: [{ KEY }] } }]" },
        { typeof(GitOpsServiceAccountArgs), "hardening:projects: [{ destinationServiceAccounts: [{ KEY }] }]" },
        { typeof(SealedSecretBundleArgs), "hardening:secrets: { KEY }" },
        { typeof(BundledSecretArgs), "hardening:secrets: { sealed: [{ KEY }] }" },
        { typeof(ExternalSecretArgs), "hardening:secrets: { external: [{ KEY }] }" },
        { typeof(SecretRotationArgs), "hardening:secrets: { rotation: [{ KEY }] }" },
        { typeof(TopologySpreadArgs), "hardening:spread: { KEY }" },
        { typeof(NamespaceDefaultsArgs), "hardening:defaults: { KEY }" },
        { typeof(EgressRuleArgs), "hardening:defaults: { egress: [{ KEY }] }" },
        { typeof(ExemptionArgs), "hardening:defaults: { excludedNamespaces: [{ KEY }] }" },
        { typeof(SpreadWorkloadArgs), "hardening:spread: { workloads: [{ KEY }] }" },
        { typeof(CertManagerAlertsArgs), "hardening:alerts: { certManager: { KEY } }" },
    };

    [Theory]
    [MemberData(nameof(Places))]
    public void Every_argument_of_a_component_can_be_written_in_the_plan(Type args, string place)
    {
        foreach (var key in KeysOf(args))
        {
            var yaml = place.Replace("KEY", $"{key}: ~", StringComparison.Ordinal);
            var result = PlanReader.Read(new PlanSource(YamlReader.Read(new StringReader(yaml)).Members, new HashSet<string>()));

            Assert.DoesNotContain(result.Problems, problem => problem.Message == "is no key of the plan here" && problem.Path.EndsWith("." + key, StringComparison.Ordinal));
        }
    }

    [Theory]
    [MemberData(nameof(Places))]
    public void Every_key_of_the_plan_is_in_the_readme(Type args, string place)
    {
        Assert.NotEmpty(place);
        var readme = File.ReadAllText(TestFiles.InRepository("README.md"));

        Assert.All(KeysOf(args), key => Assert.Contains(key, readme, StringComparison.Ordinal));
    }

    private static IEnumerable<string> KeysOf(Type args) => args.GetProperties()
        .Select(property => property.GetCustomAttributesData().FirstOrDefault(attribute => attribute.AttributeType == typeof(InputAttribute))?.ConstructorArguments[0].Value as string)
        .OfType<string>()
        .Where(key => !Elsewhere.Contains($"{args.Name}.{key}") && !Elsewhere.Contains($"*.{key}") && !(args == typeof(ExemptionArgs) && key == "control"));
}
