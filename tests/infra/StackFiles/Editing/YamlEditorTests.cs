using System.Globalization;
using Hardening.Infra.StackFiles;
using Hardening.Infra.StackFiles.Editing;

namespace Hardening.Infra.Tests.StackFiles.Editing;

public sealed class YamlEditorTests
{
    private static string Edit(string text, params (string Path, string Value)[] edits) => YamlEditor.Edit(text, [.. edits.Select(edit => Of(edit.Path, edit.Value))]);

    private static YamlEdit Of(string path, string value) => new([.. path.Split('/').Select(step => int.TryParse(step, CultureInfo.InvariantCulture, out var index) ? (YamlStep)index : step)], value, ["name", "size"]);

    [Theory]
    [InlineData("a: 500m # why\nb: 1\n", "a: 250m # why\nb: 1\n")]
    [InlineData("# top\na:   \"500m\"\n", "# top\na:   \"250m\"\n")]
    [InlineData("a: '500m'", "a: '250m'")]
    [InlineData("{a: 500m , b: [1, 2]}", "{a: 250m , b: [1, 2]}")]
    [InlineData("b: 😀\r\na: 500m\r\n\r\n# end\r\n", "b: 😀\r\na: 250m\r\n\r\n# end\r\n")]
    [InlineData("a: 5\n", "a: 250m\n")]
    public void A_value_is_changed_in_its_own_quotes_and_nothing_else_is(string before, string after) => Assert.Equal(after, Edit(before, ("a", "250m")));

    [Fact]
    public void Members_are_added_in_the_way_of_the_mapping_that_they_come_into() => Assert.Equal(
        """
        items:
          # first
          - name: a # the name
            size: Small   # stays
            limits:
              container:
                max: { cpu: 500m, memory: 1Gi }
            quota:
              hard: { limits.cpu: "2" }
            other:
              - x
          - { name: b, size: Small, limits: { container: { max: { cpu: 1500m } } } }
          - name: c
            quota:
              hard: { pods: 3, limits.cpu: 750m }
              # after

          - {name: d, limits: { max: 1Gi }}
        """.ReplaceLineEndings("\n"),
        Edit(
            """
            items:
              # first
              - name: a # the name
                size: Small   # stays
                other:
                  - x
              - { name: b, size: Small }
              - name: c
                quota:
                  hard: { pods: 3 }
                  # after

              - {name: d, limits: {}}
            """.ReplaceLineEndings("\n"),
            ("items/0/limits/container/max/cpu", "500m"),
            ("items/0/limits/container/max/memory", "1Gi"),
            ("items/0/quota/hard/limits.cpu", "2"),
            ("items/1/limits/container/max/cpu", "1500m"),
            ("items/2/quota/hard/limits.cpu", "750m"),
            ("items/3/limits/max", "1Gi")));

    [Theory]
    [InlineData("a:\n  b:\n    - x\n    - y # last", "a:\n  b:\n    - x\n    - y # last\n  c: 1Gi")]
    [InlineData("a:\r\n  b: |\r\n    text\r\n    more\r\nz: 1\r\n", "a:\r\n  b: |\r\n    text\r\n    more\r\n  c: 1Gi\r\nz: 1\r\n")]
    [InlineData("a:\n  b: {\n    x: 1, # one\n    y: 2 # two\n  }\nz: 1\n", "a:\n  b: {\n    x: 1, # one\n    y: 2 # two\n  }\n  c: 1Gi\nz: 1\n")]
    [InlineData("a:\n  b:\n    - x\n\n# about z\nz: 1\n", "a:\n  b:\n    - x\n  c: 1Gi\n\n# about z\nz: 1\n")]
    public void A_member_comes_after_the_last_one_whatever_that_is(string before, string after) => Assert.Equal(after, Edit(before, ("a/c", "1Gi")));

    [Fact]
    public void A_comma_at_the_end_stays_at_the_end() => Assert.Equal("a: { b: 1, c: 2Gi, }\n", Edit("a: { b: 1, }\n", ("a/c", "2Gi")));

    [Theory]
    [InlineData("x: &n { max: 1Gi }\na: *n\n", "a/max", "is shared by the alias *n, so that a change here changes other places too", 2, 4)]
    [InlineData("a: &n { max: 1Gi }\nb: *n\n", "a/max", "is shared by the anchor &n, so that a change here changes other places too", 1, 4)]
    [InlineData("a:\n  max: &m 1Gi\nb: *m\n", "a/max", "is shared by the anchor &m, so that a change here changes other places too", 2, 8)]
    [InlineData("n: &n { max: 1Gi }\na:\n  <<: *n\n", "a/max", "merges another mapping with <<, which max may come from", 3, 3)]
    [InlineData("a:\n  max: |\n    1Gi\n", "a/max", "is written over several lines, or with a tag", 2, 8)]
    [InlineData("a:\n  max: !!str 1Gi\n", "a/max", "is written over several lines, or with a tag", 2, 8)]
    [InlineData("a:\n  max: one\n    two\n", "a/max", "is written over several lines, or with a tag", 2, 8)]
    [InlineData("a:\n  max: [1Gi]\n", "a/max", "is no single value", 2, 8)]
    [InlineData("a: '{ max: 1Gi }'\n", "a/max", "has no max to be changed", 1, 4)]
    [InlineData("a: [1]\n", "a/3", "has no 3 to be changed", 1, 4)]
    [InlineData("", "a", "is empty", 1, 1)]
    public void What_cannot_be_changed_alone_is_refused_at_its_place(string text, string path, string refusal, int line, int column)
    {
        var error = Assert.Throws<YamlFileException>(() => Edit(text, (path, "2Gi")));

        Assert.Equal((refusal, line, column), (error.Message, error.Line, error.Column));
    }

    [Fact]
    public void Any_value_of_the_dev_plan_can_be_changed_alone()
    {
        var text = File.ReadAllText(TestFiles.InRepository("Pulumi.dev.yaml"));
        var root = YamlReader.Read(new StringReader(text));
        var leaves = RandomYaml.Leaves(root, []).ToList();

        Assert.True(leaves.Count > 300, $"only {leaves.Count} values");
        for (var index = 0; index < leaves.Count; index += 11)
        {
            var old = leaves[index].Aggregate(root, (node, step) => step.Key is { } key ? node.Members[key] : node.Items[step.Index]).Text;
            Assert.True(RandomYaml.DiffersInOnePlace(text, YamlEditor.Edit(text, [new YamlEdit(leaves[index], "changed", [])]), allowed: old.Length + 2), string.Join('/', leaves[index]));
        }
    }
}
