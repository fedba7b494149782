using Hardening.Components.Tests.Support;

namespace Hardening.Components.Tests.Cluster;

public sealed class ClusterFactsTests
{
    [Fact]
    public void The_documents_cluster_is_accepted()
    {
        var facts = new ClusterFactsArgs
        {
            KubernetesVersion = "v1.34.2",
            KyvernoVersion = "1.19.0",
            CiliumVersion = "1.20.1",
            CertManagerVersion = "1.21.1",
            Nodes = 3,
            WorkerMemory = "56Gi",
            WorkerCpu = "24",
            NodeMemory = "24Gi",
            NodeCpu = "8",
            Zones = ["a", "b"],
            PodCidrs = ["10.42.0.0/16", "fd00:42::/56"],
            ServiceCidrs = ["10.43.0.0/16"],
            NodeCidrs = ["192.168.1.0/24"],
            PolicyCidrMatchMode = ["nodes", "pods"],
            KyvernoPolicyExceptions = true,
            KyvernoExceptionNamespace = "kyverno",
        };

        var result = ClusterFacts.Validate(facts);

        Assert.Empty(result.Problems);
        Assert.Empty(result.Warnings);
    }

    [Fact]
    public void Facts_may_be_left_out() => Assert.Equal(ValidationResult.Clean.Problems, ClusterFacts.Validate(new ClusterFactsArgs()).Problems);

    [Fact]
    public void Each_fact_that_cannot_be_is_refused_at_once() => Assert.Equal(
        """
        kubernetesVersion: is not a version: character 1: a version's parts are numbers (got "latest"); write it as 1.34 or v1.34.2, in quotes
        nodes: a cluster has at least one node (got "0"); write the number of schedulable nodes
        workerMemory: is a fraction of a byte: m is milli, not mega (got "56m"); write 56Mi for mebibytes or 56M for megabytes
        nodeCpu: is more than workerCpu (8), which is that of all workers together (got "16"); correct one of them
        zones[1]: is not the value of a zone label (got "zone b"); write the value of topology.kubernetes.io/zone as the nodes have it
        zones[2]: is listed twice (got "a"); remove one
        podCidrs[0]: is not a CIDR: character 11: a prefix length is a number from 0 to 32 (got "10.42.0.0/33"); write it as 10.42.0.0/16
        policyCidrMatchMode[0]: is no mode of Cilium's policy-cidr-match-mode (got "node"); write nodes or pods
        policyCidrMatchMode[1]: CIDR match mode pods needs Cilium 1.20, and the cluster has 1.19.4 (got "pods"); upgrade Cilium and state its version in cluster.ciliumVersion, or do without
        kyvernoExceptionNamespace: policy exceptions are on, and the namespace that they count in is not stated; state the value of Kyverno's flag exceptionNamespace
        """,
        Refusal.All(ClusterFacts.Validate(new ClusterFactsArgs
        {
            KubernetesVersion = "latest",
            CiliumVersion = "1.19.4",
            Nodes = 0,
            WorkerMemory = "56m",
            WorkerCpu = "8",
            NodeCpu = "16",
            Zones = ["a", "zone b", "a"],
            PodCidrs = ["10.42.0.0/33"],
            PolicyCidrMatchMode = ["node", "pods"],
            KyvernoPolicyExceptions = true,
        })));

    [Fact]
    public void Worker_memory_of_zero_is_refused() => Assert.Equal(
        "workerMemory: is zero (got \"0\"); write what the nodes have, or leave it out",
        Refusal.Of(ClusterFacts.Validate(new ClusterFactsArgs { WorkerMemory = "0" })));

    [Fact]
    public void An_exception_namespace_that_is_no_name_is_refused() => Assert.Equal(
        "kyvernoExceptionNamespace: a name has only a-z, 0-9 and hyphens, and starts and ends with a letter or digit (got \"Kyverno\"); write the namespace of Kyverno's flag exceptionNamespace",
        Refusal.Of(ClusterFacts.Validate(new ClusterFactsArgs { KyvernoExceptionNamespace = "Kyverno" })));

    [Fact]
    public void Exceptions_from_any_namespace_draw_a_warning()
    {
        var result = ClusterFacts.Validate(new ClusterFactsArgs { KyvernoPolicyExceptions = true, KyvernoExceptionNamespace = "*" });

        Assert.Empty(result.Problems);
        Assert.Equal(
            "kyvernoExceptionNamespace: with \"*\" whoever may write exceptions in any namespace exempts workloads of every namespace: name one namespace for them.",
            Assert.Single(result.Warnings).ToString());
    }

    [Theory]
    [InlineData("1.36", true)]
    [InlineData("v1.36.0", true)]
    [InlineData("1.36.0-rc.1", true)]
    [InlineData("v1.36.2+k3s1", true)]
    [InlineData("1.100", true)]
    [InlineData("1.35.9", false)]
    [InlineData("1.4", false)]
    [InlineData("no version", false)]
    [InlineData(null, false)]
    public void A_feature_needs_its_version_and_an_unknown_version_has_none(string? version, bool has) =>
        Assert.Equal(has, ClusterFacts.KubernetesHas(new ClusterFactsArgs { KubernetesVersion = version }, "1.36"));

    [Fact]
    public void Each_product_has_its_own_version()
    {
        var facts = new ClusterFactsArgs { KubernetesVersion = "1.34", KyvernoVersion = "1.19", CiliumVersion = "1.20", CertManagerVersion = "1.21" };

        Assert.Null(ClusterFacts.RequiresKubernetes(facts, "1.34", "X", "x"));
        Assert.Null(ClusterFacts.RequiresKyverno(facts, "1.19", "X", "x"));
        Assert.Null(ClusterFacts.RequiresCilium(facts, "1.20", "X", "x"));
        Assert.Null(ClusterFacts.RequiresCertManager(facts, "1.21", "X", "x"));
        Assert.True(ClusterFacts.KyvernoHas(facts, "1.17") && ClusterFacts.CiliumHas(facts, "1.17") && ClusterFacts.CertManagerHas(facts, "1.20"));
        Assert.Equal(
            "engine: X needs Kyverno 1.20, and the cluster has 1.19 (got \"K\"); upgrade Kyverno and state its version in cluster.kyvernoVersion, or do without",
            ClusterFacts.RequiresKyverno(facts, "1.20", "X", "engine", "K")!.ToString());
        Assert.Equal(
            "a: X needs cert-manager 1.22, and the cluster has 1.21; upgrade cert-manager and state its version in cluster.certManagerVersion, or do without",
            ClusterFacts.RequiresCertManager(facts, "1.22", "X", "a")!.ToString());
    }

    [Fact]
    public void A_version_that_is_not_stated_is_asked_for() => Assert.Equal(
        "mutate: MutatingAdmissionPolicy needs Kubernetes 1.36, and the cluster's version is not stated; state cluster.kubernetesVersion",
        ClusterFacts.RequiresKubernetes(null, "1.36", "MutatingAdmissionPolicy", "mutate")!.ToString());
}
