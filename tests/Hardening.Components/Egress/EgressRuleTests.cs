namespace Hardening.Components.Tests.Egress;

public sealed class EgressRuleTests
{
    public static TheoryData<string, EgressRuleArgs, string> Destinations => new()
    {
        {
            "dns of another resolver",
            EgressRule.Dns(new EgressDnsArgs { Namespace = "openshift-dns", Pods = new() { ["dns.operator.openshift.io/daemonset-dns"] = "default" }, Port = 5353 }),
            """
            {
              "toEndpoints": [{ "matchLabels": { "k8s:io.kubernetes.pod.namespace": "openshift-dns", "dns.operator.openshift.io/daemonset-dns": "default" } }],
              "toPorts": [{ "ports": [{ "port": "5353", "protocol": "UDP" }, { "port": "5353", "protocol": "TCP" }], "rules": { "dns": [{ "matchPattern": "*" }] } }]
            }
            """
        },
        {
            "nodeLocalDns",
            EgressRule.NodeLocalDns(),
            """
            {
              "toEntities": ["host"],
              "toPorts": [{ "ports": [{ "port": "53", "protocol": "UDP" }, { "port": "53", "protocol": "TCP" }], "rules": { "dns": [{ "matchPattern": "*" }] } }]
            }
            """
        },
        { "sameNamespace", EgressRule.SameNamespace(), """{ "toEndpoints": [{}] }""" },
        {
            "sameNamespace, some pods, a named port",
            EgressRule.SameNamespacePods(new() { ["app"] = "db" }, "postgres"),
            """{ "toEndpoints": [{ "matchLabels": { "app": "db" } }], "toPorts": [{ "ports": [{ "port": "postgres", "protocol": "ANY" }] }] }"""
        },
        {
            "namespace",
            EgressRule.Namespace("monitoring", "9090/TCP"),
            """{ "toEndpoints": [{ "matchLabels": { "k8s:io.kubernetes.pod.namespace": "monitoring" } }], "toPorts": [{ "ports": [{ "port": "9090", "protocol": "TCP" }] }] }"""
        },
        {
            "namespace, some pods",
            EgressRule.NamespacePods("data", new() { ["k8s:app"] = "db" }),
            """{ "toEndpoints": [{ "matchLabels": { "k8s:io.kubernetes.pod.namespace": "data", "k8s:app": "db" } }] }"""
        },
        {
            "anyNamespace",
            EgressRule.AnyNamespacePods(new() { ["scrape"] = "true" }, "8000-8999/TCP"),
            """
            {
              "toEndpoints": [{ "matchLabels": { "scrape": "true" }, "matchExpressions": [{ "key": "k8s:io.kubernetes.pod.namespace", "operator": "Exists" }] }],
              "toPorts": [{ "ports": [{ "port": "8000", "endPort": 8999, "protocol": "TCP" }] }]
            }
            """
        },
        {
            "kubeApiServer",
            EgressRule.KubeApiServer(),
            """{ "toEntities": ["kube-apiserver"], "toPorts": [{ "ports": [{ "port": "443", "protocol": "TCP" }, { "port": "6443", "protocol": "TCP" }] }] }"""
        },
        {
            "nodes",
            EgressRule.Nodes("9100/TCP", "10250/TCP"),
            """{ "toEntities": ["host", "remote-node"], "toPorts": [{ "ports": [{ "port": "9100", "protocol": "TCP" }, { "port": "10250", "protocol": "TCP" }] }] }"""
        },
        {
            "nfs version 4",
            EgressRule.Nfs("192.168.1.158"),
            """{ "toCIDR": ["192.168.1.158/32"], "toPorts": [{ "ports": [{ "port": "2049", "protocol": "TCP" }] }] }"""
        },
        {
            "nfs version 3",
            EgressRule.Nfs(new EgressNfsArgs { Addresses = ["192.168.1.158", "2001:db8::5"], Version = NfsVersion.V3 }),
            """
            {
              "toCIDR": ["192.168.1.158/32", "2001:db8::5/128"],
              "toPorts": [{ "ports": [
                { "port": "2049", "protocol": "TCP" }, { "port": "2049", "protocol": "UDP" },
                { "port": "111", "protocol": "TCP" }, { "port": "111", "protocol": "UDP" },
                { "port": "20048", "protocol": "TCP" }, { "port": "20048", "protocol": "UDP" }
              ] }]
            }
            """
        },
        {
            "fqdns",
            EgressRule.Fqdns(["API.GitHub.com.", "*.github.com", "**.ghcr.io"], "443"),
            """
            {
              "toFQDNs": [{ "matchName": "api.github.com" }, { "matchPattern": "*.github.com" }, { "matchPattern": "**.ghcr.io" }],
              "toPorts": [{ "ports": [{ "port": "443", "protocol": "ANY" }] }]
            }
            """
        },
        { "cidr", EgressRule.Cidr("2001:DB8::/32"), """{ "toCIDR": ["2001:db8::/32"] }""" },
        {
            "cidrs, each with its own exceptions",
            new EgressRuleArgs { Cidrs = ["10.0.0.0/8", "192.168.0.0/16"], Except = ["10.96.0.0/12", "192.168.1.1"] },
            """
            { "toCIDRSet": [
              { "cidr": "10.0.0.0/8", "except": ["10.96.0.0/12"] },
              { "cidr": "192.168.0.0/16", "except": ["192.168.1.1/32"] }
            ] }
            """
        },
        {
            "cidrGroup",
            EgressRule.CidrGroup("github-hooks", "443/TCP"),
            """{ "toCIDRSet": [{ "cidrGroupRef": "github-hooks" }], "toPorts": [{ "ports": [{ "port": "443", "protocol": "TCP" }] }] }"""
        },
        { "icmp", EgressRule.Icmp(), """{ "icmps": [{ "fields": [{ "family": "IPv4", "type": "EchoRequest" }] }] }""" },
        {
            "icmp over IPv6 to a block",
            EgressRule.Icmp(new IcmpArgs { Family = IcmpFamily.IPv6, Types = ["128", "PacketTooBig"], Cidrs = ["2001:db8::/32"] }),
            """{ "toCIDR": ["2001:db8::/32"], "icmps": [{ "fields": [{ "family": "IPv6", "type": 128 }, { "family": "IPv6", "type": "PacketTooBig" }] }] }"""
        },
        {
            "world",
            EgressRule.World("renders pages of any site", "80/TCP", "443"),
            """{ "toEntities": ["world"], "toPorts": [{ "ports": [{ "port": "80", "protocol": "TCP" }, { "port": "443", "protocol": "ANY" }] }] }"""
        },
        { "none", EgressRule.None(), """{ "toEntities": ["none"] }""" },
    };

    [Theory]
    [MemberData(nameof(Destinations))]
    public async Task A_rule_becomes_one_entry_of_the_policy(string destination, EgressRuleArgs rule, string expected)
    {
        Assert.NotEmpty(destination);

        var run = await EgressRun.CreateAsync(Plans.Enforce(rule));

        Json.Equal($"[{expected}]", run.Egress);
    }

    [Fact]
    public async Task Restricted_names_let_the_destinations_and_the_cluster_through()
    {
        var run = await EgressRun.CreateAsync(Plans.Enforce(
            EgressRule.Dns(new EgressDnsArgs { Names = ["time.example.org"], SearchDomains = ["lan"] }),
            EgressRule.Fqdns(["api.github.com", "*.ghcr.io"], "443")));

        Json.Equal(
            """
            [
              { "matchName": "time.example.org" }, { "matchName": "api.github.com" }, { "matchPattern": "*.ghcr.io" },
              { "matchPattern": "**.cluster.local" },
              { "matchName": "time.example.org.lan" }, { "matchName": "api.github.com.lan" }, { "matchPattern": "*.ghcr.io.lan" },
              { "matchPattern": "**.cluster.local.lan" }
            ]
            """,
            run.Egress[0]!["toPorts"]![0]!["rules"]!["dns"]);
    }

    [Fact]
    public async Task Before_Cilium_1_19_the_cluster_has_one_pattern_for_each_depth()
    {
        var args = Plans.Enforce(
            EgressRule.NodeLocalDns(new EgressNodeLocalDnsArgs { RestrictNames = true, SearchDomains = [], ClusterDomain = "k8s.example" }),
            EgressRule.Fqdn("a.b.c.d.e.f.com", 443));
        args.Cluster = Plans.Cluster("1.18.13");

        var run = await EgressRun.CreateAsync(args);

        Json.Equal(
            """
            [
              { "matchName": "a.b.c.d.e.f.com" },
              { "matchPattern": "*.k8s.example" }, { "matchPattern": "*.*.k8s.example" }, { "matchPattern": "*.*.*.k8s.example" },
              { "matchPattern": "*.*.*.*.k8s.example" }, { "matchPattern": "*.*.*.*.*.k8s.example" }, { "matchPattern": "*.*.*.*.*.*.k8s.example" },
              { "matchPattern": "*.*.*.*.*.*.*.k8s.example" }, { "matchPattern": "*.*.*.*.*.*.*.*.k8s.example" }, { "matchPattern": "*.*.*.*.*.*.*.*.*.k8s.example" }
            ]
            """,
            run.Egress[0]!["toPorts"]![0]!["rules"]!["dns"]);
    }
}
