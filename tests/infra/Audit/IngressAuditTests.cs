using Hardening.Infra.Tests.Commands;
using Hardening.Infra.Tests.StackFiles;

namespace Hardening.Infra.Tests.Audit;

/// <summary>What is said of connections into pods, and what the plan's engine changes about both directions.</summary>
public sealed class IngressAuditTests : IDisposable
{
    private const string World = """{"identity":2,"labels":["reserved:world"]}""";
    private const string Cilium = "CiliumNetworkPolicy";
    private const string Kubernetes = "KubernetesNetworkPolicy";

    private readonly TempFolder _folder = new();

    public IngressAuditTests() => _folder.Write("Pulumi.yaml", Commands.Plans.Project);

    public void Dispose() => _folder.Dispose();

    private Task<CliRun> AuditAsync(string rules, params string[] flows) => AuditAsync(Cilium, rules, flows);

    private async Task<CliRun> AuditAsync(string engine, string rules, string[] flows, string egress = "[{ anyNamespace: true }, { kubeApiServer: true }]")
    {
        _folder.Write("Pulumi.dev.yaml", $$"""
            config:
              hardening:cluster:
                kubernetesVersion: "1.34"
                ciliumVersion: "1.19.4"
                networkPolicyEngine: {{engine}}
                nodes: [{ name: worker-1, memory: 32Gi }]
                podCidrs: [10.42.0.0/16]
                serviceCidrs: [10.43.0.0/16]
                nodeCidrs: [192.168.1.21/32]
                kubeApiServerCidrs: [192.168.1.10/32]
              {{Rollouts.With("egress: Enforce", "ingress: Enforce")}}
              hardening:namespaces:
                - name: shop
                  size: Small
                  egress: {{egress}}
                  ingress: {{rules}}
                - name: data
                  size: Small
                  egress: [{ none: true }]
                  ingress: [{ none: true }]
            """);
        _folder.Write("flows.jsonl", string.Concat(flows.Select(flow => flow + "\n")));
        return await CliRun.RunAsync(_folder.Path, "audit", "--flows", "flows.jsonl");
    }

    private static string Into(string source, string address, string layer4, string more = "\"is_reply\":false", string verdict = "FORWARDED") =>
        $$"""{"flow":{"time":"2026-11-21T08:00:00.123456789Z","verdict":"{{verdict}}","IP":{"source":"{{address}}","destination":"10.42.7.7"},"l4":{{layer4}},"source":{{source}},"destination":{"namespace":"shop","labels":["k8s:app=web","k8s:io.kubernetes.pod.namespace=shop"],"pod_name":"web-0"},"traffic_direction":"INGRESS",{{more}} } }""";

    private static string OutOf(string destination, string address, string layer4) =>
        $$"""{"flow":{"time":"2026-11-21T08:00:00Z","verdict":"FORWARDED","IP":{"source":"10.42.7.7","destination":"{{address}}"},"l4":{{layer4}},"source":{"namespace":"shop","labels":["k8s:io.kubernetes.pod.namespace=shop","k8s:app=web"]},"destination":{{destination}},"traffic_direction":"EGRESS","is_reply":false} }""";

    private static string Tcp(int port) => $$"""{"TCP":{"destination_port":{{port}} } }""";

    private static string Pod(string space, string label) => $$"""{"namespace":"{{space}}","labels":["k8s:{{label}}","k8s:io.kubernetes.pod.namespace={{space}}"]}""";

    [Theory]
    [InlineData("""{"identity":7,"labels":["reserved:kube-apiserver","reserved:remote-node"]}""", "192.168.1.10", """{"TCP":{"destination_port":9443}}""", "{ kubeApiServer: true, ports: [9443/TCP] }")]
    [InlineData("""{"identity":6}""", "192.168.1.21", """{"TCP":{"destination_port":8080}}""", "{ nodes: true, ports: [8080/TCP] }")]
    [InlineData("""{"identity":33554433,"labels":["cidr:192.168.1.21/32","reserved:remote-node"]}""", "192.168.1.21", """{"UDP":{"destination_port":53}}""", "{ nodes: true, ports: [53/UDP] }")]
    [InlineData("""{"identity":8,"labels":["reserved:ingress"]}""", "10.42.0.9", """{"TCP":{"destination_port":8080}}""", "{ entities: [ingress], ports: [8080/TCP], reason: say why ingress is let in }")]
    [InlineData("""{"identity":3,"namespace":"old","pod_name":"legacy-0"}""", "10.42.0.9", """{"TCP":{"destination_port":8080}}""", "{ entities: [unmanaged], ports: [8080/TCP], reason: say why unmanaged is let in }")]
    [InlineData(World, "2001:db8::9", """{"TCP":{"destination_port":443}}""", "{ cidr: \"2001:db8::9/128\", ports: [443/TCP] }")]
    [InlineData(World, "203.0.113.9", """{"ICMPv4":{"type":8}}""", "{ icmp: { types: [8], cidrs: [203.0.113.9/32] } }")]
    [InlineData(World, "203.0.113.9", """{"VRRP":{"type":1}}""", "{ cidr: 203.0.113.9/32, allPorts: true }")]
    [InlineData("""{"namespace":"gateway","labels":["k8s:app=envoy"]}""", "10.42.1.1", """{"TCP":{"destination_port":8080}}""", "{ namespace: gateway, pods: { app: envoy }, ports: [8080/TCP] }")]
    [InlineData("""{"namespace":"shop","labels":["k8s:app=api"]}""", "10.42.1.1", """{"SCTP":{"destination_port":8080}}""", "{ sameNamespace: true, pods: { app: api }, ports: [8080/SCTP] }")]
    public async Task Each_source_has_its_rule_and_the_plan_reads_it(string source, string address, string layer4, string rule)
    {
        var flow = Into(source, address, layer4);
        var run = await AuditAsync("[{ none: true }]", flow);

        Assert.Equal((1, ""), (run.Code, run.Error));
        Assert.Contains("if it may connect to these pods, add to hardening:namespaces[0].ingress (Pulumi.dev.yaml:16), in place of none: true\n", run.Out, StringComparison.Ordinal);
        Assert.Contains($"\n            - {rule}\n", run.Out, StringComparison.Ordinal);
        if (!rule.Contains("gateway", StringComparison.Ordinal))
            Assert.Equal((0, ""), await AuditAsync($"[{rule}]", flow) is var again ? (again.Code, again.Error) : default);
    }

    [Fact]
    public async Task A_whole_report_of_both_ends()
    {
        var run = await AuditAsync(
            "[{ sameNamespace: true, ports: [8080/TCP] }, { nodes: true, ports: [9100/TCP] }]",
            Into("""{"identity":1,"labels":["reserved:host"]}""", "192.168.1.21", Tcp(8081)),
            Into(Pod("shop", "app=web"), "10.42.7.8", Tcp(8080)),
            Into(Pod("data", "app=db"), "10.42.7.9", Tcp(8080)),
            Into(World, "203.0.113.1", Tcp(50000), "\"is_reply\":true"),
            Into(World, "203.0.113.1", Tcp(8080), "\"event_type\":{\"type\":1},\"drop_reason_desc\":\"POLICY_DENIED\"", "DROPPED"),
            OutOf(Pod("data", "app=db"), "10.42.7.9", Tcp(5432)));

        Assert.Equal(
            """
                6 flows, 1 of them out of pods and 4 into pods, 2026-11-21T08:00:00Z to 2026-11-21T08:00:00Z, from flows.jsonl

            Controls:
                Control  Judged  Passing  Refused  Of
                egress   3       2        1        connections
                ingress  4       1        3        connections

            Findings (4):
                data pods app=db
                    egress: to shop, pods app=web, 8080/TCP, once at 2026-11-21T08:00:00Z: no rule allows it; if these pods need it, add to hardening:namespaces[1].egress (Pulumi.dev.yaml:19), in place of none: true
                        - { namespace: shop, pods: { app: web }, ports: [8080/TCP] }
                    ingress: from shop, pods app=web, 5432/TCP, once at 2026-11-21T08:00:00Z: no rule allows it; if it may connect to these pods, add to hardening:namespaces[1].ingress (Pulumi.dev.yaml:20), in place of none: true
                        - { namespace: shop, pods: { app: web }, ports: [5432/TCP] }
                shop pods app=web
                    ingress: from 203.0.113.1, 8080/TCP, once at 2026-11-21T08:00:00Z: was dropped by a policy (POLICY_DENIED), and no rule allows it; if it may connect to these pods, add to hardening:namespaces[0].ingress (Pulumi.dev.yaml:16)
                        - { cidr: 203.0.113.1/32, ports: [8080/TCP] }
                    ingress: from data, pods app=db, 8080/TCP, once at 2026-11-21T08:00:00Z: no rule allows it; if it may connect to these pods, add to hardening:namespaces[0].ingress (Pulumi.dev.yaml:16)
                        - { namespace: data, pods: { app: db }, ports: [8080/TCP] }

            Notes (6):
                connections out of pods that were recorded only where they arrive, and judged all the same: 2
                connections into pods that were recorded only where they begin, and judged all the same: 1
                connections from the pod's own node, such as the kubelet's probes, which pass whatever ingress says: 1
                rules that no recorded flow needed are below: candidates to remove, though a short recording lies, since what runs once a week connects once a week
                no flow needed hardening:namespaces[0].egress[1] (Pulumi.dev.yaml:15)
                no flow needed hardening:namespaces[0].ingress[1] (Pulumi.dev.yaml:16)

            """.ReplaceLineEndings("\n"),
            run.Out[(run.Out.IndexOf("\n\n", StringComparison.Ordinal) + 2)..]);
        Assert.Equal((1, ""), (run.Code, run.Error));
    }

    [Fact]
    public async Task A_connection_that_was_recorded_at_both_ends_counts_once()
    {
        var run = await AuditAsync("[{ none: true }]", Into(Pod("shop", "app=web"), "10.42.1.1", Tcp(8080)), OutOf(Pod("shop", "app=web"), "10.42.7.7", Tcp(8080)), OutOf(Pod("shop", "app=web"), "10.42.7.7", Tcp(8080)));

        Assert.Contains("    egress   1       1        0        connections\n    ingress  1       0        1        connections\n", run.Out, StringComparison.Ordinal);
        Assert.Contains("ingress: from shop, pods app=web, 8080/TCP, once at 2026-11-21T08:00:00Z: no rule allows it;", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Many_sources_outside_the_cluster_are_one_finding_with_a_rule_for_everybody()
    {
        const string rule = "{ world: true, ports: [443/TCP], reason: say why everybody may connect }";
        string[] flows = [.. Enumerable.Range(1, 9).Select(host => Into(World, $"203.0.113.{host}", Tcp(443)))];
        var run = await AuditAsync("[{ none: true }]", flows);

        Assert.Contains(
            "ingress: from 9 addresses without a name, such as 203.0.113.1, 203.0.113.2, 203.0.113.3, 443/TCP, 9 times at 2026-11-21T08:00:00Z: no rule allows it; if everybody outside the cluster may connect, add to hardening:namespaces[0].ingress (Pulumi.dev.yaml:16), in place of none: true; if some may, list their blocks in cidrs instead\n            - " + rule + "\n",
            run.Out,
            StringComparison.Ordinal);
        Assert.Equal(0, (await AuditAsync($"[{rule}]", flows)).Code);
    }

    [Fact]
    public async Task What_only_one_direction_shows_is_said()
    {
        var run = await AuditAsync("[{ sameNamespace: true, ports: [8080/TCP] }]", OutOf(Pod("shop", "app=web"), "10.42.7.7", Tcp(8080)));

        Assert.Equal((0, ""), (run.Code, run.Error));
        Assert.Contains("    no flow was recorded where it arrives, so that connections into pods are known only from where they begin, and none from outside the cluster; record both directions\n", run.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("no flow needed hardening:namespaces[0].ingress", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_lies_on_the_network_of_a_node_and_what_is_no_pod_is_not_governed()
    {
        var run = await AuditAsync(
            "[{ none: true }]",
            Into(World, "203.0.113.1", Tcp(9100)).Replace("\"k8s:app=web\"", "\"reserved:host\"", StringComparison.Ordinal),
            Into("""{"identity":48211}""", "10.99.0.1", Tcp(8080)),
            Into("{}", "10.42.0.1", Tcp(8080)),
            Into(World, "203.0.113.1", "{\"TCP\":{}}"),
            Into(World, "203.0.113.1", "null"),
            Into(World, "203.0.113.1", """{"ICMPv4":{"type":3}}""", "\"is_reply\":false,\"trace_reason\":\"RELATED\""));

        Assert.Equal((0, ""), (run.Code, run.Error));
        Assert.Contains("    6 flows, 0 of them out of pods and 0 into pods, from flows.jsonl\n", run.Out, StringComparison.Ordinal);
        Assert.Contains("    flows that do not say their port, and were not judged; record without a field mask: 2\n", run.Out, StringComparison.Ordinal);
        Assert.Contains("    flows with addresses of pods or Services of which nothing else is known, and not judged: 2\n", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_plan_of_NetworkPolicies_is_judged_as_Kubernetes_has_them()
    {
        var run = await AuditAsync(
            Kubernetes,
            "[{ nodes: true, ports: [8080/TCP] }, { world: true, reason: public, ports: [443/TCP] }]",
            [
                Into("""{"identity":6}""", "192.168.1.21", Tcp(8080)),
                Into(World, "203.0.113.9", Tcp(443)),
                Into(World, "203.0.113.9", """{"ICMPv4":{"type":8}}"""),
                Into("""{"identity":8,"labels":["reserved:ingress"]}""", "10.42.0.9", Tcp(8080)),
                OutOf("""{"identity":7,"labels":["reserved:kube-apiserver","reserved:remote-node"]}""", "192.168.1.10", Tcp(6443)),
                OutOf(World, "203.0.113.9", Tcp(443)).Replace("\"is_reply\":false", "\"is_reply\":false,\"destination_names\":[\"api.example.com\"]", StringComparison.Ordinal),
            ]);

        Assert.Equal((1, ""), (run.Code, run.Error));
        Assert.Contains(
            """
            Findings (2):
                shop pods app=web
                    egress: to api.example.com, 443/TCP, once at 2026-11-21T08:00:00Z: no rule allows it; if these pods need it, add to hardening:namespaces[0].egress (Pulumi.dev.yaml:15)
                        - { cidr: 203.0.113.9/32, ports: [443/TCP] }
                    ingress: from ingress (10.42.0.9), 8080/TCP, once at 2026-11-21T08:00:00Z: no rule allows it; no kind of rule reaches it: find out what it is

            """.ReplaceLineEndings("\n"),
            run.Out,
            StringComparison.Ordinal);
        Assert.Contains("    connections without ports, such as ICMP, of which Kubernetes leaves to the network plugin what a NetworkPolicy does to them, and not judged: 1\n", run.Out, StringComparison.Ordinal);
        Assert.Contains(
            "    connections with nodes, the API server or pods that a NetworkPolicy allows by address alone, which Cilium does where cluster.policyCidrMatchMode says so and most other network plugins always, and not judged: 2\n",
            run.Out,
            StringComparison.Ordinal);
        Assert.Contains("    egress   1       0        1        connections\n    ingress  2       1        1        connections\n", run.Out, StringComparison.Ordinal);
    }
}
