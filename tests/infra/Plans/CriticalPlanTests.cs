using Hardening.Infra.Plans;
using Hardening.Infra.Plans.Reading;
using Hardening.Infra.StackFiles;

namespace Hardening.Infra.Tests.Plans;

/// <summary>A critical workload states its replicas once, or everywhere alike.</summary>
public sealed class CriticalPlanTests
{
    [Theory]
    [InlineData("critical: true", "replicas: 2", "")]
    [InlineData("critical: true, replicas: 2", "replicas: 2", "")]
    [InlineData("critical: true, replicas: 3", "replicas: 2", "hardening:disruption[0].replicas: is not what hardening:namespaces[0].workloads[0] states, which is 3 (got \"2\"); correct one of the two")]
    [InlineData("replicas: 2", "replicas: 2", "hardening:namespaces[0].workloads[0].replicas: is asked of critical workloads alone; add critical: true, or remove it")]
    [InlineData("critical: yes", "replicas: 2", "hardening:namespaces[0].workloads[0].critical: is a text where true or false belongs (got \"yes\"); write true or false, without quotes")]
    [InlineData("critical: true, replicas: 0", "replicas: 2", "hardening:namespaces[0].workloads[0].replicas: is no whole number from 1 to 10000 (got \"0\"); correct the number")]
    public void Replicas_of_a_critical_workload_agree(string workload, string budget, string expected)
    {
        var plan = $$"""
            hardening:cluster: { kubernetesVersion: "1.34", ciliumVersion: "1.19.4", nodes: [{ name: worker-1, memory: 16Gi }] }
            hardening:namespaces: [{ name: shop, size: Small, egress: [{ none: true }], workloads: [{ name: web, {{workload}} }] }]
            hardening:disruption: [{ namespace: shop, workload: web, podSelector: { app: web }, maxUnavailable: 1, {{budget}} }]
            """;

        var problems = PlanReader.Read(new PlanSource(YamlReader.Read(new StringReader(plan)).Members, new HashSet<string>())).Problems;

        Assert.Equal(expected, string.Join('\n', problems));
    }
}
