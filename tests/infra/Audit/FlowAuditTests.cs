using Hardening.Infra.Tests.Commands;
using Hardening.Infra.Tests.StackFiles;

namespace Hardening.Infra.Tests.Audit;

/// <summary>How Hubble's records become connections, and what is said of them.</summary>
public sealed class FlowAuditTests : IDisposable
{
    private const string World = """{"identity":2,"labels":["reserved:world"]}""";

    private readonly TempFolder _folder = new();

    public FlowAuditTests() => _folder.Write("Pulumi.yaml", Commands.Plans.Project);

    public void Dispose() => _folder.Dispose();

    private Task<CliRun> AuditAsync(params string[] flows) => AuditRulesAsync("[{ dns: {} }, { fqdn: api.payments.example, ports: [443/TCP] }]", flows);

    private Task<CliRun> AuditRulesAsync(string rules, params string[] flows)
    {
        _folder.Write("Pulumi.dev.yaml", $$"""
            config:
              hardening:cluster:
                kubernetesVersion: "1.34"
                ciliumVersion: "1.19.4"
                nodes: [{ name: worker-1, memory: 32Gi }]
                podCidrs: [10.42.0.0/16]
                serviceCidrs: [10.43.0.0/16]
                nodeCidrs: [192.168.1.21/32]
              hardening:namespaces:
                - name: shop
                  size: Small
                  egress: {{rules}}
                - name: data
                  size: Small
                  egress: [{ none: true }]
            """);
        _folder.Write("flows.jsonl", string.Concat(flows.Select(flow => flow + "\n")));
        return CliRun.RunAsync(_folder.Path, "audit", "--flows", "flows.jsonl");
    }

    private static string Flow(string destination, string address, string layer4, string more = "\"is_reply\":false", string verdict = "FORWARDED") =>
        $$"""{"flow":{"time":"2026-11-21T08:00:00.123456789Z","verdict":"{{verdict}}","IP":{"destination":"{{address}}"},"l4":{{layer4}},"source":{"namespace":"shop","labels":["k8s:app=web"],"pod_name":"web-0"},"destination":{{destination}},"traffic_direction":"EGRESS",{{more}} } }""";

    private static string Tcp(int port) => $$"""{"TCP":{"destination_port":{{port}} } }""";

    private static string Pod(string space, string label) => $$"""{"namespace":"{{space}}","labels":["k8s:{{label}}","k8s:io.kubernetes.pod.namespace={{space}}"]}""";

    [Theory]
    [InlineData("""{"identity":7}""", "192.168.1.20", 6443, "{ kubeApiServer: true }")]
    [InlineData("""{"identity":7}""", "192.168.1.20", 8443, "{ kubeApiServer: true, ports: [8443/TCP] }")]
    [InlineData("""{"identity":1}""", "192.168.1.21", 9100, "{ nodes: true, ports: [9100/TCP] }")]
    [InlineData("""{"labels":["reserved:remote-node"]}""", "192.168.1.21", 9100, "{ nodes: true, ports: [9100/TCP] }")]
    [InlineData("{\"labels\":[\"cidr:192.168.1.21/32\",\"reserved:remote-node\"]}", "192.168.1.21", 9100, "{ nodes: true, ports: [9100/TCP] }")]
    [InlineData("{}", "192.168.1.21", 9100, "{ nodes: true, ports: [9100/TCP] }")]
    [InlineData("""{"identity":16777231}""", "203.0.113.9", 443, "{ cidr: 203.0.113.9/32, ports: [443/TCP] }")]
    [InlineData("""{"labels":["cidr:203.0.113.9/32"]}""", "203.0.113.9", 443, "{ cidr: 203.0.113.9/32, ports: [443/TCP] }")]
    [InlineData("{}", "2001:db8::9", 443, "{ cidr: \"2001:db8::9/128\", ports: [443/TCP] }")]
    [InlineData(World, "192.168.1.158", 2049, "{ nfs: { addresses: [192.168.1.158] }, reason: say which pods are NFS clients themselves }")]
    public async Task Each_destination_has_its_rule(string destination, string address, int port, string rule)
    {
        var run = await AuditAsync(Flow(destination, address, Tcp(port)));

        Assert.Equal((1, ""), (run.Code, run.Error));
        Assert.Contains("add to hardening:namespaces[0].egress (Pulumi.dev.yaml:12)", run.Out, StringComparison.Ordinal);
        Assert.Contains($"\n            - {rule}\n", run.Out, StringComparison.Ordinal);
        Assert.Equal(0, (await AuditRulesAsync($"[{rule}]", Flow(destination, address, Tcp(port)))).Code);
    }

    [Theory]
    [InlineData("cidr:192.168.1.21/32", "reserved:remote-node", 1)]
    [InlineData("reserved:kube-apiserver", "cidr:192.168.1.21/32", 1)]
    [InlineData("cidr:192.168.1.21/32", "reserved:world", 0)]
    public async Task A_node_whose_address_is_labelled_is_not_the_world(string one, string other, int code)
    {
        var run = await AuditRulesAsync("[{ world: true, reason: webhooks }]", Flow($$"""{"labels":["{{one}}","{{other}}"]}""", "192.168.1.21", Tcp(9100)));

        Assert.Equal((code, ""), (run.Code, run.Error));
    }

    [Theory]
    [InlineData("shop", "app=db", "{ sameNamespace: true, pods: { app: db }, ports: [5432/TCP] }")]
    [InlineData("data", "app.kubernetes.io/name=postgres", "{ namespace: data, pods: { app.kubernetes.io/name: postgres }, ports: [5432/TCP] }")]
    [InlineData("data", "tier=1.0", "{ namespace: data, pods: { tier: \"1.0\" }, ports: [5432/TCP] }")]
    [InlineData("data", "debug=true", "{ namespace: data, pods: { debug: \"true\" }, ports: [5432/TCP] }")]
    public async Task Each_pod_has_its_rule_and_the_plan_reads_it(string space, string label, string rule)
    {
        var flow = Flow(Pod(space, label), "10.42.1.1", Tcp(5432));
        var run = await AuditAsync(flow);

        Assert.Contains($"\n            - {rule}\n", run.Out, StringComparison.Ordinal);
        Assert.Equal(0, (await AuditRulesAsync($"[{rule}]", flow)).Code);
    }

    [Fact]
    public async Task Connections_by_name_are_one_whatever_their_addresses()
    {
        var run = await AuditAsync([.. Enumerable.Range(1, 20).Select(host => Flow(World, $"203.0.113.{host}", Tcp(443), "\"is_reply\":false,\"destination_names\":[\"cdn.example.net\"]"))]);

        Assert.Contains("egress: to cdn.example.net, 443/TCP, 20 times at 2026-11-21T08:00:00Z: no rule allows it;", run.Out, StringComparison.Ordinal);
        Assert.Contains("    egress   1       0        1        connections\n", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Replies_and_what_is_no_connection_of_a_pod_are_passed_over()
    {
        var run = await AuditAsync(
            Flow(World, "203.0.113.1", Tcp(50000), "\"is_reply\":true"),
            Flow(World, "203.0.113.1", Tcp(50001), "\"reply\":true,\"event_type\":{\"type\":5}"),
            Flow(World, "203.0.113.1", Tcp(50002), "\"event_type\":{\"type\":4}"),
            Flow(World, "203.0.113.1", Tcp(50003), verdict: "TRACED"),
            Flow("{}", "10.43.0.1", Tcp(50004)),
            Flow(World, "10.43.0.1", Tcp(50004)),
            Flow("{}", "10.42.0.1", Tcp(50005)),
            Flow(World, "203.0.113.1", Tcp(50006)).Replace("\"namespace\":\"shop\",", "", StringComparison.Ordinal));

        Assert.Equal((0, ""), (run.Code, run.Error));
        Assert.Contains("    8 flows, 0 of them out of pods and 0 into pods, from flows.jsonl\n", run.Out, StringComparison.Ordinal);
        Assert.Contains("    flows that do not say whether they are replies, and were not judged; record without a field mask: 1\n", run.Out, StringComparison.Ordinal);
        Assert.Contains("    flows with addresses of pods or Services of which nothing else is known, and not judged: 3\n", run.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"event_type\":{\"type\":5}")]
    [InlineData("\"event_type\":{\"type\":1},\"drop_reason_desc\":\"POLICY_DENIED\"")]
    public async Task Records_of_a_policys_verdict_begin_a_connection_though_they_say_nothing_of_replies(string more) =>
        Assert.Equal(1, (await AuditAsync(Flow(World, "203.0.113.1", Tcp(443), more, more.Contains("POLICY", StringComparison.Ordinal) ? "DROPPED" : "FORWARDED"))).Code);

    [Theory]
    [InlineData(133, "POLICY_DENIED")]
    [InlineData(181, "POLICY_DENY")]
    [InlineData(189, "AUTH_REQUIRED")]
    public async Task A_reason_may_be_stated_by_its_number_alone(int reason, string name) => Assert.Contains(
        $"was dropped by a policy ({name})",
        (await AuditAsync(Flow(World, "203.0.113.1", Tcp(443), $"\"event_type\":{{\"type\":1}},\"drop_reason\":{reason}", "DROPPED"))).Out,
        StringComparison.Ordinal);

    [Fact]
    public async Task Verify_all_workloads_function_after_applying_policies()
    {
        const string drop = "\"event_type\":{\"type\":1},\"drop_reason_desc\":\"POLICY_DENIED\"";
        const string allowed = drop + ",\"destination_names\":[\"api.payments.example\"]";
        var run = await AuditAsync(
            Flow(World, "203.0.113.1", Tcp(443), allowed, "DROPPED"),
            Flow(World, "203.0.113.2", Tcp(8443), drop, "DROPPED"),
            Flow(World, "203.0.113.3", Tcp(443), drop, "DROPPED").Replace("\"shop\"", "\"elsewhere\"", StringComparison.Ordinal),
            Flow(World, "203.0.113.4", Tcp(443), "\"event_type\":{\"type\":1},\"drop_reason_desc\":\"CT_MAP_INSERTION_FAILED\"", "DROPPED"));

        Assert.Equal((1, ""), (run.Code, run.Error));
        Assert.Contains(
            """
            Findings (3):
                elsewhere pods app=web
                    egress: to 203.0.113.3, 443/TCP, once at 2026-11-21T08:00:00Z: was dropped by a policy (POLICY_DENIED), and the plan says nothing of these pods; look for the policy: kubectl get cnp,ccnp,netpol -n elsewhere
                shop pods app=web
                    egress: to 203.0.113.2, 8443/TCP, once at 2026-11-21T08:00:00Z: was dropped by a policy (POLICY_DENIED), and no rule allows it; if these pods need it, add to hardening:namespaces[0].egress (Pulumi.dev.yaml:12) (or by name: record again once the DNS rule is deployed, which Audit does: names are recorded from then on)
                        - { cidr: 203.0.113.2/32, ports: [8443/TCP] }
                    egress: to api.payments.example, 443/TCP, once at 2026-11-21T08:00:00Z: was dropped by a policy (POLICY_DENIED), and hardening:namespaces[0].egress[1] allows it; deploy the plan, then look for another policy that selects these pods: kubectl get cnp,ccnp,netpol -n shop

            """.ReplaceLineEndings("\n"),
            run.Out,
            StringComparison.Ordinal);
        Assert.Contains("    flows that were dropped for other reasons than a policy: 1\n", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Names_that_may_not_be_asked_for_are_told()
    {
        const string query = "\"is_reply\":false,\"Type\":\"L7\",\"event_type\":{\"type\":129},\"l7\":{\"type\":\"REQUEST\",\"dns\":{\"query\":\"NAME.\"}}";
        string Ask(string name) => Flow(Pod("kube-system", "k8s-app=kube-dns"), "10.42.0.9", """{"UDP":{"destination_port":53}}""", query.Replace("NAME", name, StringComparison.Ordinal));
        const string rules = "[{ dns: { restrictNames: true, searchDomains: [] } }, { fqdn: api.payments.example, ports: [443/TCP] }]";
        var run = await AuditRulesAsync(rules, Ask("api.payments.example"), Ask("evil.example"), Ask("db.data.svc.cluster.local"));

        Assert.Equal(1, run.Code);
        Assert.Contains(
            "Findings (1):\n    shop pods app=web\n        egress: to kube-system, pods k8s-app=kube-dns, 53/UDP for evil.example, once at 2026-11-21T08:00:00Z: hardening:namespaces[0].egress[0] lets other names be asked for; add the name to the rule's names, or leave it refused\n",
            run.Out,
            StringComparison.Ordinal);
        Assert.Equal(0, (await AuditAsync(Ask("evil.example"))).Code);
    }

    [Fact]
    public async Task Rules_that_no_flow_needed_are_notes_where_flows_were_recorded_at_all()
    {
        var run = await AuditAsync(Flow(World, "203.0.113.1", Tcp(443), "\"is_reply\":false,\"destination_names\":[\"api.payments.example\"]"));

        Assert.Equal(0, run.Code);
        Assert.Contains("though a short recording lies, since what runs once a week connects once a week\n    no flow needed hardening:namespaces[0].egress[0] (Pulumi.dev.yaml:12)\n", run.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("egress[1]", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_hangs_on_the_name_of_a_port_is_a_note_and_no_finding()
    {
        var run = await AuditRulesAsync("[{ namespace: data, ports: [postgres/TCP] }]", Flow(Pod("data", "app=db"), "10.42.1.1", Tcp(5432)));

        Assert.Equal((0, ""), (run.Code, run.Error));
        Assert.Contains("    shop pods app=web to data, pods app=db, 5432/TCP hangs on hardening:namespaces[0].egress[0], whose values are not known here\n", run.Out, StringComparison.Ordinal);
    }
}
