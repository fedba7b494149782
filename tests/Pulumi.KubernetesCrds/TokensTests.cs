using Pulumi.Kubernetes.ApiExtensions;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;
using Pulumi.KubernetesCrds.ArgoCD.V1alpha1;
using Pulumi.KubernetesCrds.Autoscaling.V1;
using Pulumi.KubernetesCrds.CertManager.V1;
using Pulumi.KubernetesCrds.Cilium.V2;
using Pulumi.KubernetesCrds.Kyverno.V1;
using Pulumi.KubernetesCrds.KyvernoPolicies.V1;
using Pulumi.KubernetesCrds.Monitoring.V1;
using Pulumi.KubernetesCrds.SealedSecrets.V1alpha1;
using Pulumi.KubernetesCrds.Tests.Support;

namespace Pulumi.KubernetesCrds.Tests;

public class TokensTests
{
    public static TheoryData<string, string, Func<ObjectMetaArgs, Resource>> Kinds() => new()
    {
        { "cilium.io/v2", "CiliumNetworkPolicy", meta => new CiliumNetworkPolicy("it", new CiliumNetworkPolicyArgs { Metadata = meta }) },
        { "cilium.io/v2", "CiliumClusterwideNetworkPolicy", meta => new CiliumClusterwideNetworkPolicy("it", new CiliumClusterwideNetworkPolicyArgs { Metadata = meta }) },
        {
            "cilium.io/v2", "CiliumCIDRGroup",
            meta => new CiliumCIDRGroup("it", new CiliumCIDRGroupArgs { Metadata = meta, Spec = new CiliumCIDRGroupSpecArgs { ExternalCIDRs = [] } })
        },
        { "kyverno.io/v1", "ClusterPolicy", meta => new ClusterPolicy("it", new ClusterPolicyArgs { Metadata = meta, Spec = new ClusterPolicySpecArgs() }) },
        {
            "kyverno.io/v2", "PolicyException",
            meta => new Kyverno.V2.PolicyException("it", new Kyverno.V2.PolicyExceptionArgs
            {
                Metadata = meta,
                Spec = new Kyverno.V2.PolicyExceptionSpecArgs { Exceptions = [], Match = new Kyverno.V2.PolicyExceptionSpecMatchArgs() },
            })
        },
        {
            "policies.kyverno.io/v1", "PolicyException",
            meta => new PolicyException("it", new PolicyExceptionArgs { Metadata = meta, Spec = new PolicyExceptionSpecArgs { PolicyRefs = [] } })
        },
        {
            "policies.kyverno.io/v1", "ValidatingPolicy",
            meta => new ValidatingPolicy("it", new ValidatingPolicyArgs { Metadata = meta, Spec = new ValidatingPolicySpecArgs { Validations = [] } })
        },
        { "argoproj.io/v1alpha1", "AppProject", meta => new AppProject("it", new AppProjectArgs { Metadata = meta, Spec = new AppProjectSpecArgs() }) },
        {
            "autoscaling.k8s.io/v1", "VerticalPodAutoscaler",
            meta => new VerticalPodAutoscaler("it", new VerticalPodAutoscalerArgs
            {
                Metadata = meta,
                Spec = new VerticalPodAutoscalerSpecArgs { TargetRef = new VerticalPodAutoscalerSpecTargetRefArgs { Kind = "Deployment", Name = "web" } },
            })
        },
        { "bitnami.com/v1alpha1", "SealedSecret", meta => new SealedSecret("it", new SealedSecretArgs { Metadata = meta, Spec = new SealedSecretSpecArgs { EncryptedData = [] } }) },
        {
            "cert-manager.io/v1", "Certificate",
            meta => new Certificate("it", new CertificateArgs
            {
                Metadata = meta,
                Spec = new CertificateSpecArgs { SecretName = "tls", IssuerRef = new CertificateSpecIssuerRefArgs { Name = "ca" } },
            })
        },
        { "cert-manager.io/v1", "ClusterIssuer", meta => new ClusterIssuer("it", new ClusterIssuerArgs { Metadata = meta, Spec = new ClusterIssuerSpecArgs() }) },
        { "cert-manager.io/v1", "Issuer", meta => new Issuer("it", new IssuerArgs { Metadata = meta, Spec = new IssuerSpecArgs() }) },
        {
            "monitoring.coreos.com/v1", "PodMonitor",
            meta => new PodMonitor("it", new PodMonitorArgs { Metadata = meta, Spec = new PodMonitorSpecArgs { Selector = new PodMonitorSpecSelectorArgs() } })
        },
        {
            "monitoring.coreos.com/v1", "ServiceMonitor",
            meta => new ServiceMonitor("it", new ServiceMonitorArgs
            {
                Metadata = meta,
                Spec = new ServiceMonitorSpecArgs { Endpoints = [], Selector = new ServiceMonitorSpecSelectorArgs() },
            })
        },
        {
            "policies.kyverno.io/v1", "GeneratingPolicy",
            meta => new GeneratingPolicy("it", new GeneratingPolicyArgs { Metadata = meta, Spec = new GeneratingPolicySpecArgs { Generate = [] } })
        },
        {
            "policies.kyverno.io/v1", "ImageValidatingPolicy",
            meta => new ImageValidatingPolicy("it", new ImageValidatingPolicyArgs { Metadata = meta, Spec = new ImageValidatingPolicySpecArgs { Attestors = [], Validations = [] } })
        },
        { "policies.kyverno.io/v1", "MutatingPolicy", meta => new MutatingPolicy("it", new MutatingPolicyArgs { Metadata = meta, Spec = new MutatingPolicySpecArgs() }) },
        { "monitoring.coreos.com/v1", "PrometheusRule", meta => new PrometheusRule("it", new PrometheusRuleArgs { Metadata = meta, Spec = new PrometheusRuleSpecArgs() }) },
    };

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_kind_sends_its_token_and_apiVersion_kind_and_metadata(string apiVersion, string kind, Func<ObjectMetaArgs, Resource> create)
    {
        var sent = await Sent.By(() => create(new ObjectMetaArgs { Name = "named", Labels = { ["a"] = "b" } }));

        Assert.Equal($"kubernetes:{apiVersion}:{kind}", sent.Type);
        Assert.StartsWith(
            $$"""{"apiVersion":"{{apiVersion}}","kind":"{{kind}}","metadata":{"labels":{"a":"b"},"name":"named"}""",
            sent.Inputs,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Every_kind_of_the_package_is_covered_above()
    {
        var kinds = typeof(CiliumNetworkPolicy).Assembly.GetExportedTypes().Where(type => type.IsSubclassOf(typeof(CustomResource)) && !type.IsSubclassOf(typeof(CustomResourcePatch))).Select(Token);

        Assert.Equal(
            Kinds().Select(row => $"kubernetes:{row[0]}:{row[1]}").Order(StringComparer.Ordinal),
            kinds.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_patch_sends_the_token_that_ends_in_Patch_and_what_it_sets()
    {
        var sent = await Sent.By(() => new AppProjectPatch("it", new AppProjectPatchArgs { Metadata = new ObjectMetaArgs { Name = "default" }, Spec = new AppProjectSpecPatchArgs { SourceRepos = ["https://charts.example.com"] } }));

        Assert.Equal("kubernetes:argoproj.io/v1alpha1:AppProjectPatch", sent.Type);
        Assert.Equal(
            """{"apiVersion":"argoproj.io/v1alpha1","kind":"AppProject","metadata":{"name":"default"},"spec":{"sourceRepos":["https://charts.example.com"]}}""",
            sent.Inputs);
    }

    [Fact]
    public async Task Get_reads_the_object_with_that_id_and_sends_no_spec()
    {
        var sent = await Sent.By(() => CiliumCIDRGroup.Get("it", "vpn"));

        Assert.Equal(new Sent(CiliumCIDRGroup.TypeToken, "it", "vpn", """{"apiVersion":"cilium.io/v2","kind":"CiliumCIDRGroup"}"""), sent);
    }

    internal static string Token(Type kind) => (string)kind.GetField("TypeToken")!.GetRawConstantValue()!;
}
