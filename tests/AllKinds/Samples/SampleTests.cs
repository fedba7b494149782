using Hardening.Preview.Schemas;

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
        var schemas = SchemaCatalog.Default;
        var slash = kind.LastIndexOf('/');
        var objects = SampleFile.Read(kind);

        Assert.NotEmpty(objects);
        Assert.All(objects, value =>
        {
            Assert.Equal(kind, $"{value["apiVersion"]!.Text}/{value["kind"]!.Text}");
            var validation = new SchemaValidation(isPatch: false);
            validation.CheckObject(value, schemas.Find(kind[..slash], kind[(slash + 1)..], typeof(SampleTests).Assembly)!.Root, schemas.ObjectMeta!.Root);
            Assert.True(validation.Problems.Count == 0, string.Join('\n', validation.Problems.Select(problem => $"{problem.Path}: {problem.Message}")));
        });
    }

    [Fact]
    public void Every_sample_is_of_a_generated_kind() =>
        Assert.Equal(Table.All.Select(table => table.Kind), SampleFile.Kinds().Order(StringComparer.Ordinal));
}
