using Crdgen.Tests.Samples.Example.V1;
using Hardening.Preview;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;

namespace Crdgen.Tests.Samples;

/// <summary>A project that generates types and embeds their tables gets its objects checked; nothing is registered anywhere.</summary>
public class OwnTablesTests
{
    private static readonly string[] Expected =
    [
        "spec.name: must match ^[a-z\"\\\\]+$ (got \"UPPER\")",
        "spec.mode: must be one of \"\", \"*\", \"on\", \"off\", \"2xx\", \"kube-api\", \"kubeApi\" (got \"of\"); did you mean \"off\"?",
        "spec.modes: must have at most 2 item(s), and has 3",
        "spec.modes: items 0 and 1 are the same, and each may occur once; remove one of them",
        "spec.modes[2]: must be one of \"One\", \"Two\" (got \"Three\")",
        "spec.small: must be at most 100 (got 101)",
        "spec.ports: is required; set it",
        "spec: fits none of the forms that the schema allows: with left or with right",
    ];

    [Fact]
    public async Task Args_are_checked_against_the_table_in_their_own_assembly()
    {
        var findings = await ManifestChecks.CheckAsync(new WidgetArgs
        {
            Metadata = new ObjectMetaArgs { Name = "a", Namespace = "b" },
            Spec = new WidgetSpecArgs { Name = "UPPER", Mode = "of", Modes = { "One", "One", "Three" }, Small = 101 },
        });

        Assert.Equal(Expected, Errors(findings));
        Assert.Contains("Widget (samples.example.com/v1): CEL rule not evaluated: self.count <= 10 && self.name != 'a \"quoted\" name'", findings.Select(finding => finding.ToString()));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_manifest_is_checked_whether_or_not_the_assembly_is_named(bool isNamed)
    {
        var manifest = CapturedValue.FromJson("""
            {"apiVersion":"samples.example.com/v1","kind":"Widget","metadata":{"name":"a","namespace":"b"},"spec":{"name":"UPPER","mode":"of","modes":["One","One","Three"],"small":101}}
            """);

        Assert.Equal(Expected, Errors(ManifestChecks.Check(manifest, isNamed ? typeof(Widget).Assembly : null)));
    }

    private static IEnumerable<string> Errors(IReadOnlyList<Finding> findings) => findings.Where(finding => finding.Severity == FindingSeverity.Error).Select(finding => (finding with { Resource = null }).ToString());
}
