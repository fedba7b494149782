using FsCheck.Xunit;
using Hardening.Infra.StackFiles;
using Hardening.Infra.StackFiles.Editing;

namespace Hardening.Infra.Tests.StackFiles.Editing;

/// <summary>Whatever the text, an edit changes what it was asked for, and every other character stays.</summary>
public sealed class YamlEditorPropertyTests
{
    private static ConfigNode Read(string text) => YamlReader.Read(new StringReader(text));

    private static string At(ConfigNode node, IEnumerable<YamlStep> path) =>
        path.Aggregate(node, (at, step) => step.Key is { } key ? at.Members[key] : at.Items[step.Index]).Text;

    [Property(MaxTest = 500)]
    public void A_changed_value_is_read_back_and_the_rest_is_byte_for_byte_the_same(int seed, ushort pick)
    {
        var text = new RandomYaml(seed).Document();
        var leaves = RandomYaml.Leaves(Read(text), []).Where(path => path.Length > 0).ToList();
        if (leaves.Count == 0)
            return;
        var path = leaves[pick % leaves.Count];
        if (At(Read(text), path).Contains('\n', StringComparison.Ordinal) && At(Read(text), path).StartsWith("a: b", StringComparison.Ordinal))
        {
            Assert.Throws<YamlFileException>(() => YamlEditor.Edit(text, [new YamlEdit(path, "768Mi", [])]));
            return;
        }

        var edited = YamlEditor.Edit(text, [new YamlEdit(path, "768Mi", [])]);

        Assert.Equal("768Mi", At(Read(edited), path));
        Assert.True(RandomYaml.DiffersInOnePlace(text, edited, allowed: 32));
        Assert.Equal(edited, YamlEditor.Edit(edited, [new YamlEdit(path, "768Mi", [])]));
    }

    [Property(MaxTest = 500)]
    public void An_added_member_is_read_back_and_nothing_that_was_there_is_touched(int seed, ushort pick)
    {
        var text = new RandomYaml(seed).Document();
        var mappings = RandomYaml.Mappings(Read(text), []).ToList();
        var mapping = mappings[pick % mappings.Count];
        YamlStep[] first = [.. mapping, "limits", "max", "memory"];
        YamlStep[] second = [.. mapping, "limits", "max", "cpu"];

        var edited = YamlEditor.Edit(text, [new YamlEdit(first, "768Mi", ["k0"]), new YamlEdit(second, "2", ["k0"])]);

        Assert.Equal(("768Mi", "2"), (At(Read(edited), first), At(Read(edited), second)));
        Assert.True(RandomYaml.DiffersInOnePlace(text, edited, allowed: 0));
    }

    /// <summary>Anchors, aliases, tags, odd line ends, other scalars: most of it is refused, by the reader or by the edit. What is not comes out whole.</summary>
    [Property(MaxTest = 2000)]
    public void Rare_yaml_is_edited_as_it_should_be_or_refused(int seed, ushort pick, bool adds)
    {
        var text = new RandomYaml(seed, rare: true).Document();
        string edited;
        YamlStep[] path;
        try
        {
            var root = Read(text);
            var paths = adds ? RandomYaml.Mappings(root, []).Select(mapping => (YamlStep[])[.. mapping, "limits", "memory"]).ToList() : RandomYaml.Leaves(root, []).Where(leaf => leaf.Length > 0).ToList();
            if (paths.Count == 0)
                return;
            path = paths[pick % paths.Count];
            edited = YamlEditor.Edit(text, [new YamlEdit(path, "768Mi", ["k0"])]);
        }
        catch (YamlFileException error)
        {
            Assert.True(error.Line > 0 && error.Column > 0, error.Message);
            return;
        }

        Assert.Equal("768Mi", At(Read(edited), path));
        Assert.True(RandomYaml.DiffersInOnePlace(text, edited, allowed: adds ? 0 : 32));
        Assert.Equal(Others(Read(text), path), Others(Read(edited), path));
    }

    private static IEnumerable<string> Others(ConfigNode root, YamlStep[] path) => RandomYaml.Leaves(root, [])
        .Where(leaf => !leaf.SequenceEqual(path))
        .Select(leaf => $"{string.Join('/', leaf)}={At(root, leaf)}");
}
