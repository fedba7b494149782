using System.Text;
using Hardening.Preview.Schemas;

namespace Hardening.Preview.Tests.Checks;

public class ManifestChecksTests
{
    private const string Metadata = """
        {"apiVersion":"meta.k8s.io/v1","kind":"ObjectMeta","schema":{"type":"object","properties":{"name":{"type":"string"},"namespace":{"type":"string"},
         "labels":{"type":"object","additionalProperties":{"type":"string"}},"annotations":{"type":"object","additionalProperties":{"type":"string"}}}}}
        """;

    private const string Thing = """
        {"apiVersion":"example.com/v1","kind":"Thing","plural":"things","scope":"Namespaced","schema":{"type":"object","required":["spec"],"properties":{"apiVersion":{},"kind":{},
         "metadata":{"type":"object"},"spec":{"type":"object","required":["mode"],"properties":{"mode":{"type":"string","enum":["Audit","Enforce"]}},
         "x-kubernetes-validations":[{"rule":"self.mode != ''"}]}}}}
        """;

    private const string Cluster = """{"apiVersion":"example.com/v1","kind":"ClusterThing","scope":"Cluster","schema":{"type":"object","x-kubernetes-preserve-unknown-fields":true}}""";

    [Fact]
    public void A_good_object_has_only_notes()
    {
        var findings = Check("""{"apiVersion":"example.com/v1","kind":"Thing","metadata":{"name":"a","namespace":"n","labels":{"app":"a"}},"spec":{"mode":"Audit"}}""");

        Assert.Equal(["Thing (example.com/v1): CEL rule not evaluated: self.mode != ''"], findings.Select(finding => finding.ToString()));
        Assert.All(findings, finding => Assert.Equal(FindingSeverity.Info, finding.Severity));
    }

    [Fact]
    public void Every_violation_is_named_with_its_resource_and_path()
    {
        var findings = Check("""{"apiVersion":"example.com/v1","kind":"Thing","metadata":{"name":"a","namespace":"n","lables":{},"labels":{"a":1}},"spec":{"mode":"audit"},"extra":1}""");

        Assert.Equal(
            [
                "kubernetes:example.com/v1:Thing \"thing\": metadata.labels.a: must be a string (got 1)",
                "kubernetes:example.com/v1:Thing \"thing\": metadata.lables: the schema has no such field, so that the API server drops it; did you mean \"labels\"?",
                "kubernetes:example.com/v1:Thing \"thing\": spec.mode: must be one of \"Audit\", \"Enforce\" (got \"audit\"); did you mean \"Audit\"?",
                "kubernetes:example.com/v1:Thing \"thing\": extra: the schema has no such field, so that the API server drops it; remove it",
            ],
            findings.Where(finding => finding.Severity == FindingSeverity.Error).Select(finding => finding.ToString()));
    }

    [Theory]
    [InlineData("Thing", """{"name":"Upper","namespace":"n"}""", "metadata.name: a name has only a-z, 0-9, hyphens and dots, and each part between dots starts and ends with a letter or digit (got \"Upper\"); give it another name")]
    [InlineData("Thing", """{"name":"a","namespace":"a.b"}""", "metadata.namespace: a name has only a-z, 0-9 and hyphens, and starts and ends with a letter or digit (got \"a.b\"); give the name of a namespace")]
    [InlineData("Thing", """{"name":"a"}""", "metadata.namespace: Thing lives in a namespace, and none is given: it goes to whatever namespace the provider or the kubectl context has; set metadata.namespace")]
    [InlineData("ClusterThing", """{"name":"a","namespace":"n"}""", "metadata.namespace: ClusterThing is cluster-scoped and has no namespace; remove metadata.namespace")]
    [InlineData("ClusterThing", """{"name":"a","labels":{"-a":"x"}}""", "metadata.labels: a key's name has 1 to 63 letters, digits, hyphens, underscores or dots, and starts and ends with a letter or digit (got \"-a\"); rename the label")]
    [InlineData("ClusterThing", """{"name":"a","labels":{"a":"two words"}}""", "metadata.labels.a: a label's value has at most 63 letters, digits, hyphens, underscores or dots, and starts and ends with a letter or digit (got \"two words\"); give another value, or make it an annotation")]
    [InlineData("ClusterThing", """{"name":"a","labels":{"a":"!two words"}}""", "metadata.labels.a: a label's value has at most 63 letters, digits, hyphens, underscores or dots, and starts and ends with a letter or digit; give another value, or make it an annotation")]
    [InlineData("ClusterThing", """{"name":"a","annotations":{"a b":"x"}}""", "metadata.annotations: a key's name has 1 to 63 letters, digits, hyphens, underscores or dots, and starts and ends with a letter or digit (got \"a b\"); rename the annotation")]
    public void What_kubernetes_asks_of_every_object_is_checked(string kind, string metadata, string expected)
    {
        var findings = Check($$$"""{"apiVersion":"example.com/v1","kind":"{{{kind}}}","metadata":{{{metadata}}},"spec":{"mode":"Audit"}}""");

        var finding = Assert.Single(findings, finding => finding.Severity != FindingSeverity.Info);
        Assert.Equal($"kubernetes:example.com/v1:{kind} \"thing\": {expected}", finding.ToString());
    }

    [Fact]
    public void Names_follow_the_rule_of_their_kind()
    {
        string[] good =
        [
            """{"apiVersion":"rbac.authorization.k8s.io/v1","kind":"ClusterRole","metadata":{"name":"system:Reader"}}""",
            """{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"a.b","namespace":"n"}}""",
        ];
        string[] bad =
        [
            """{"apiVersion":"v1","kind":"Namespace","metadata":{"name":"a.b"}}""",
            """{"apiVersion":"rbac.authorization.k8s.io/v1","kind":"Role","metadata":{"name":"a/b","namespace":"n"}}""",
            $$$"""{"apiVersion":"batch/v1","kind":"CronJob","metadata":{"name":"{{{new string('a', 53)}}}","namespace":"n"}}""",
        ];

        Assert.All(good, json => Assert.DoesNotContain(Check(json), finding => finding.Id == FindingIds.NameInvalid));
        Assert.All(bad, json => Assert.Single(Check(json), finding => finding.Id == FindingIds.NameInvalid));
    }

    [Fact]
    public void The_same_object_twice_is_an_error_and_a_patch_of_it_is_none()
    {
        const string Json = """{"apiVersion":"example.com/v1","kind":"ClusterThing","metadata":{"name":"a"}}""";

        var findings = Check(Objects.Resource(Json, "first"), Objects.Resource(Json, "second"), Objects.Resource(Json, "third", resource => resource.IsPatch = true));

        Assert.Equal(
            ["kubernetes:example.com/v1:ClusterThing \"second\": metadata.name: ClusterThing \"a\" is written by kubernetes:example.com/v1:ClusterThing \"first\" already; remove one of them or give it another name"],
            findings.Select(finding => finding.ToString()));
    }

    [Fact]
    public void Objects_that_are_too_large_are_errors()
    {
        var data = new string('x', 1024 * 1024);
        var map = Check($$$"""{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"a","namespace":"n"},"data":{"a":"{{{data}}}"}}""");
        var annotated = Check($$$"""{"apiVersion":"example.com/v1","kind":"ClusterThing","metadata":{"annotations":{"a":"{{{data[..262144]}}}"},"name":"a"}}""");

        Assert.Contains(map, finding => finding.Id == FindingIds.ObjectTooLarge);
        Assert.Equal("all annotations together may have 262144 bytes, and have 262145", Assert.Single(annotated).Message);
    }

    [Fact]
    public void What_is_not_checked_is_said()
    {
        var findings = Check(
            Objects.Resource("""{"apiVersion":"nobody.example/v1","kind":"Strange","metadata":{"name":"a"}}""", "one"),
            Objects.Resource("""{"apiVersion":"nobody.example/v1","kind":"Strange","metadata":{"name":"b"}}""", "two"),
            Objects.Resource("""{"apiVersion":"example.com/v1","kind":"Thing","metadata":{"name":"a","namespace":"n"},"spec":{"mode":"?"}}""", "three"));

        Assert.Equal(
            [
                "kubernetes:example.com/v1:Thing \"three\": 1 value(s) are not known before the deployment and were not checked",
                "Strange (nobody.example/v1) has no schema table, so that the fields of 2 object(s) were not checked; generate its types with crdgen, which embeds the table",
                "Thing (example.com/v1): CEL rule not evaluated: self.mode != ''",
            ],
            findings.Select(finding => finding.ToString()));
    }

    [Fact]
    public void Components_providers_and_reads_are_not_checked()
        => Assert.Empty(Check(
            Objects.Resource("{}", "component", resource => resource.IsComponent = true),
            Objects.Resource("""{"apiVersion":"example.com/v1","kind":"Thing"}""", "read", resource => resource.IsRead = true)));

    private static IReadOnlyList<Finding> Check(string json) => Check(Objects.Resource(json));

    private static IReadOnlyList<Finding> Check(params CapturedResource[] resources)
    {
        var catalog = new SchemaCatalog();
        foreach (var table in new[] { Metadata, Thing, Cluster })
        {
            catalog.Add(SchemaTable.Parse(Encoding.UTF8.GetBytes(table), isStrict: true));
        }

        return ManifestChecks.Check(Objects.Stack(resources), catalog);
    }
}
