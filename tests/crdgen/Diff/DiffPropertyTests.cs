using System.Text;
using Crdgen.Diff;
using Crdgen.Diff.Comparing;
using Crdgen.Diff.Printing;
using Crdgen.Diff.Reading;
using Crdgen.Tests.Support;
using FsCheck.Xunit;

namespace Crdgen.Tests.Diff;

/// <summary>What holds for any two schemas.</summary>
[Properties(Arbitrary = [typeof(SchemaTexts)], MaxTest = 200)]
public class DiffPropertyTests
{
    [Property]
    public void A_schema_does_not_differ_from_itself(SchemaText schema) => Assert.Empty(Compare(schema, schema));

    [Property]
    public void Seen_from_the_other_side_added_is_removed_and_tightened_is_loosened(SchemaText a, SchemaText b)
    {
        var there = Compare(a, b).Select(change => (change.Path, change.Places, change.Local.Subject, change.Local.Old, change.Local.New, change.Local.Type)).Order();
        var back = Compare(b, a).Select(change => (change.Path, change.Places, change.Local.Subject, change.Local.New, change.Local.Old, Mirrored(change.Local.Type))).Order();

        Assert.Equal(there, back);
    }

    [Property]
    public void The_order_of_keys_does_not_matter(SchemaText a, SchemaText b)
    {
        var changes = Compare(a, b);

        Assert.Equal(DiffTable.Print(changes), DiffTable.Print(KindComparison.Of(Reversed(a), Reversed(b))));
        Assert.Empty(KindComparison.Of(Side(Definition(a)), Reversed(a)));
    }

    [Property]
    public void What_is_not_tightened_breaks_no_manifest_for_certain(SchemaText a, SchemaText b)
        => Assert.DoesNotContain(Compare(a, b), change => change.Local is { Manifests: Impact.Breaks, Type: ChangeType.Loosened or ChangeType.Changed });

    [Property]
    public void Columns_stay_aligned(SchemaText a, SchemaText b)
    {
        var table = DiffTable.Print(Compare(a, b)).Split('\n').Where(line => line.StartsWith("  ", StringComparison.Ordinal)).ToList();
        var columns = table.Count == 0 ? [] : new[] { "MANIFESTS", "C#", "PATH", "WHAT" }.Select(header => table[0].IndexOf(header, StringComparison.Ordinal)).ToList();

        Assert.All(table, line => Assert.All(columns, column => Assert.True(line[column - 1] == ' ' && line[column] != ' ', line)));
    }

    private static IReadOnlyList<Change> Compare(SchemaText a, SchemaText b) => KindComparison.Of(Side(Definition(a)), Side(Definition(b)));

    private static ChangeType Mirrored(ChangeType type) => type switch
    {
        ChangeType.Added => ChangeType.Removed,
        ChangeType.Removed => ChangeType.Added,
        ChangeType.Tightened => ChangeType.Loosened,
        ChangeType.Loosened => ChangeType.Tightened,
        _ => type,
    };

    private static string Definition(SchemaText schema) => Crd.WithSpec(schema.Text);

    /// <summary>The same definition as JSON with every object's members the other way round.</summary>
    private static ComparedSide Reversed(SchemaText schema)
    {
        var node = Assert.Single(Crdgen.Reading.SchemaFile.Read(Encoding.UTF8.GetBytes(Definition(schema))));
        return Side(Text(node));
    }

    private static string Text(Crdgen.Reading.Node node) => node.Kind switch
    {
        Crdgen.Reading.NodeKind.Map => $"{{{string.Join(',', node.Members.Reverse().Select(member => $"{System.Text.Json.JsonSerializer.Serialize(member.Key)}:{Text(member.Value)}"))}}}",
        Crdgen.Reading.NodeKind.List => $"[{string.Join(',', node.Items.Select(Text))}]",
        Crdgen.Reading.NodeKind.Text => System.Text.Json.JsonSerializer.Serialize(node.Text),
        Crdgen.Reading.NodeKind.Null => "null",
        _ => node.Text,
    };

    private static ComparedSide Side(string text)
    {
        var side = ComparedSide.Read("-", _ => Encoding.UTF8.GetBytes(text));
        Assert.Empty(side.Problems);
        return side;
    }
}
