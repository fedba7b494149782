using Hardening.Preview;

namespace Hardening.AllKinds.Samples;

/// <summary>The hand-written objects leave out no construct of their schema, and an API server would take them.</summary>
public class SampleTests
{
    public static TheoryData<string> Kinds() => [.. Table.All.Select(table => table.Kind)];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void The_samples_of_a_kind_show_every_construct_of_its_schema(string kind)
    {
        var table = Table.Of(kind);
        var shown = Constructs.Shown(table, SampleFile.Read(kind)).Places;

        var missing = Constructs.Of(table).Places.Where(construct => !shown.ContainsKey(construct.Key)).Select(construct => $"{construct.Key} (as at {construct.Value})");

        Assert.True(!missing.Any(), string.Join('\n', missing.Order(StringComparer.Ordinal)));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void The_samples_of_a_kind_are_valid(string kind)
    {
        var objects = SampleFile.Read(kind);

        Assert.NotEmpty(objects);
        Assert.All(objects, value =>
        {
            Assert.Equal(kind, $"{value["apiVersion"]!.Text}/{value["kind"]!.Text}");
            var problems = ManifestChecks.Check(value, typeof(SampleTests).Assembly).Where(finding => finding.Severity != FindingSeverity.Info || finding.Id == FindingIds.KindNotChecked).Select(finding => finding.ToString()).ToList();
            Assert.True(problems.Count == 0, string.Join('\n', problems));
        });
    }

    [Fact]
    public void Every_sample_is_of_a_generated_kind() =>
        Assert.Equal(Table.All.Select(table => table.Kind), SampleFile.Kinds().Order(StringComparer.Ordinal));
}
