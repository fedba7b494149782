namespace Hardening.Preview.Tests.Checks;

/// <summary>The tables of the core kinds that this library carries.</summary>
public class CoreTablesTests
{
    [Theory]
    [InlineData("""{"apiVersion":"v1","kind":"Namespace","metadata":{"name":"a","labels":{"a":"b"}}}""", "")]
    [InlineData("""{"apiVersion":"v1","kind":"LimitRange","metadata":{"name":"a","namespace":"n"},"spec":{"limits":[{"type":"Container","max":{"cpu":"2"}}]}}""", "")]
    [InlineData("""{"apiVersion":"v1","kind":"LimitRange","metadata":{"name":"a","namespace":"n"},"spec":{"limit":[]}}""", "spec.limit: the schema has no such field, so that the API server drops it; did you mean \"limits\"?|spec.limits: is required; set it")]
    [InlineData("""{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"a","namespace":"n"},"data":{"a":1}}""", "data.a: must be a string (got 1)")]
    [InlineData("""{"apiVersion":"v1","kind":"Namespace","metadata":{"name":"a","label":{}}}""", "metadata.label: the schema has no such field, so that the API server drops it; did you mean \"labels\"?")]
    [InlineData("""{"apiVersion":"v1","kind":"Namespace","metadata":{"name":"a","namespace":"b"}}""", "metadata.namespace: Namespace is cluster-scoped and has no namespace; remove metadata.namespace")]
    public void Core_kinds_are_checked_against_their_tables(string json, string expected)
    {
        var findings = ManifestChecks.Check(Objects.Stack(Objects.Resource(json)));

        Assert.Equal(expected, string.Join('|', findings.Select(finding => finding.ToString()[$"{finding.Resource}: ".Length..])));
    }

    [Fact]
    public void The_protocol_of_a_network_policy_is_one_that_kubernetes_knows()
    {
        var findings = ManifestChecks.Check(Objects.Stack(Objects.Resource(
            """{"apiVersion":"networking.k8s.io/v1","kind":"NetworkPolicy","metadata":{"name":"a","namespace":"n"},"spec":{"podSelector":{},"egress":[{"ports":[{"port":53,"protocol":"udp"}]}]}}""")));

        var finding = Assert.Single(findings);
        Assert.Equal("spec.egress[0].ports[0].protocol", finding.Path);
        Assert.Equal(("schema.enum", "did you mean \"UDP\"?"), (finding.Id, finding.Fix));
    }

    [Fact]
    public void A_rendered_object_of_a_namespaced_kind_needs_a_namespace()
    {
        var tree = ManifestTree.Build(Objects.Stack(Objects.Resource("""{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"a"}}""", "a")));

        Assert.Equal(
            ["kubernetes:v1:ConfigMap \"a\": metadata.namespace: a rendered ConfigMap needs a namespace; set metadata.namespace in the program"],
            tree.Problems.Select(problem => problem.ToString()));
    }
}
