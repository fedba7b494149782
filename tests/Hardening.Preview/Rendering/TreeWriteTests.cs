using System.Globalization;

namespace Hardening.Preview.Tests.Rendering;

public class TreeWriteTests
{
    [Fact]
    public void A_new_folder_holds_the_tree_and_nothing_is_left_beside_it()
    {
        using var folder = new TemporaryFolder();

        var result = Tree("a", "b").Write(folder.Tree);

        Assert.Equal((true, 4), (result.Changed, result.Files));
        Assert.Equal([".hardening-render.json", "cluster/kustomization.yaml", "cluster/namespace-a.yaml", "cluster/namespace-b.yaml", "kustomization.yaml"], folder.Files());
        Assert.Equal(["manifests"], Directory.GetFileSystemEntries(folder.Path).Select(Path.GetFileName));
    }

    [Fact]
    public void An_unchanged_tree_is_not_written_again()
    {
        using var folder = new TemporaryFolder();
        Tree("a").Write(folder.Tree);
        var before = File.GetLastWriteTimeUtc(Path.Combine(folder.Tree, "cluster/namespace-a.yaml"));

        var result = Tree("a").Write(folder.Tree);

        Assert.False(result.Changed);
        Assert.Equal(before, File.GetLastWriteTimeUtc(Path.Combine(folder.Tree, "cluster/namespace-a.yaml")));
    }

    [Fact]
    public void A_changed_tree_replaces_the_old_one_whole()
    {
        using var folder = new TemporaryFolder();
        Tree("a", "b").Write(folder.Tree);

        var result = Tree("b", "c").Write(folder.Tree);

        Assert.True(result.Changed);
        Assert.Empty(result.Overwritten);
        Assert.Equal([".hardening-render.json", "cluster/kustomization.yaml", "cluster/namespace-b.yaml", "cluster/namespace-c.yaml", "kustomization.yaml"], folder.Files());
        Assert.Equal(["manifests"], Directory.GetFileSystemEntries(folder.Path).Select(Path.GetFileName));
    }

    [Fact]
    public void A_folder_with_files_of_somebody_else_is_refused_and_left_alone()
    {
        using var folder = new TemporaryFolder();
        Tree("a").Write(folder.Tree);
        File.WriteAllText(Path.Combine(folder.Tree, "cluster", "notes.md"), "mine");

        var refused = Assert.Throws<RenderRefusedException>(() => Tree("b").Write(folder.Tree));

        Assert.Equal($"{folder.Tree} holds 1 file(s) that were not rendered there; nothing was written. Move them away or give another folder:\n  - cluster/notes.md", refused.Message);
        Assert.Equal(["cluster/notes.md"], refused.ForeignFiles);
        Assert.Contains("cluster/namespace-a.yaml", folder.Files());
        Assert.Equal(["manifests"], Directory.GetFileSystemEntries(folder.Path).Select(Path.GetFileName));
    }

    [Fact]
    public void A_folder_that_was_never_rendered_to_is_refused()
    {
        using var folder = new TemporaryFolder();
        for (var i = 0; i < 12; i++)
        {
            File.WriteAllText(Path.Combine(folder.Path, string.Create(CultureInfo.InvariantCulture, $"f{i:00}")), "mine");
        }

        var refused = Assert.Throws<RenderRefusedException>(() => Tree("b").Write(folder.Path));

        Assert.Equal(12, refused.ForeignFiles.Count);
        Assert.EndsWith("  - f09\n  and 2 more", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_marker_that_is_not_ours_protects_the_folder()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder.Tree);
        File.WriteAllText(Path.Combine(folder.Tree, ".hardening-render.json"), "{}");

        Assert.Equal([".hardening-render.json"], Assert.Throws<RenderRefusedException>(() => Tree("b").Write(folder.Tree)).ForeignFiles);
    }

    [Fact]
    public void An_empty_folder_is_taken()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder.Tree);

        Assert.True(Tree("a").Write(folder.Tree).Changed);
        Assert.Contains("cluster/namespace-a.yaml", folder.Files());
    }

    [Fact]
    public void A_file_is_refused_as_a_folder()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.Tree, "");

        Assert.Equal($"{folder.Tree} is a file; give a folder", Assert.Throws<RenderRefusedException>(() => Tree("a").Write(folder.Tree)).Message);
    }

    [Fact]
    public void Files_changed_by_hand_are_replaced_and_named()
    {
        using var folder = new TemporaryFolder();
        Tree("a").Write(folder.Tree);
        File.WriteAllText(Path.Combine(folder.Tree, "cluster", "namespace-a.yaml"), "changed");

        var result = Tree("a").Write(folder.Tree);

        Assert.Equal(["cluster/namespace-a.yaml"], result.Overwritten);
        Assert.StartsWith("apiVersion: v1", folder.Read("cluster/namespace-a.yaml"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_deleted_file_comes_back()
    {
        using var folder = new TemporaryFolder();
        Tree("a").Write(folder.Tree);
        File.Delete(Path.Combine(folder.Tree, "cluster", "namespace-a.yaml"));

        Assert.True(Tree("a").Write(folder.Tree).Changed);
        Assert.Contains("cluster/namespace-a.yaml", folder.Files());
    }

    [Fact]
    public void What_a_killed_render_left_is_cleaned()
    {
        using var folder = new TemporaryFolder();
        Tree("a").Write(folder.Tree);
        var leftover = Path.Combine(folder.Path, ".manifests.hardening-0123");
        Directory.CreateDirectory(Path.Combine(leftover, "cluster"));
        File.WriteAllText(Path.Combine(leftover, "cluster", "half.yaml"), "half");
        File.WriteAllText(leftover + ".lock", "");

        Tree("b").Write(folder.Tree);

        Assert.Equal(["manifests"], Directory.GetFileSystemEntries(folder.Path).Select(Path.GetFileName));
        Assert.Contains("cluster/namespace-b.yaml", folder.Files());
    }

    [Fact]
    public void A_render_killed_between_its_two_renames_is_undone()
    {
        using var folder = new TemporaryFolder();
        Tree("a").Write(folder.Tree);
        var leftover = Path.Combine(folder.Path, ".manifests.hardening-0123");
        Directory.Move(folder.Tree, leftover + ".old");
        File.WriteAllText(leftover + ".lock", "");

        var result = Tree("a").Write(folder.Tree);

        Assert.False(result.Changed);
        Assert.Equal(["manifests"], Directory.GetFileSystemEntries(folder.Path).Select(Path.GetFileName));
    }

    [Fact]
    public void A_render_that_is_under_way_is_left_alone()
    {
        using var folder = new TemporaryFolder();
        var other = Path.Combine(folder.Path, ".manifests.hardening-0123");
        Directory.CreateDirectory(other);
        using var claim = new FileStream(other + ".lock", FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None);

        Tree("a").Write(folder.Tree);

        Assert.True(Directory.Exists(other));
        Assert.Contains("cluster/namespace-a.yaml", folder.Files());
    }

    [Fact]
    public void A_link_keeps_pointing_to_the_folder()
    {
        using var folder = new TemporaryFolder();
        Tree("a").Write(folder.Tree);
        var link = Path.Combine(folder.Path, "link");
        Directory.CreateSymbolicLink(link, folder.Tree);

        Tree("b").Write(link);

        Assert.Equal(folder.Tree, new DirectoryInfo(link).LinkTarget);
        Assert.Contains("cluster/namespace-b.yaml", folder.Files());
    }

    [Fact]
    public void Differences_are_reported_file_by_file_and_nothing_is_changed()
    {
        using var folder = new TemporaryFolder();
        Tree("a", "b").Write(folder.Tree);
        File.AppendAllText(Path.Combine(folder.Tree, "cluster", "namespace-a.yaml"), "# changed\n");
        File.Delete(Path.Combine(folder.Tree, "kustomization.yaml"));
        File.WriteAllText(Path.Combine(folder.Tree, "extra.yaml"), "");

        var drift = Tree("a", "b").Compare(folder.Tree);

        Assert.Equal(
            [("cluster/namespace-a.yaml", FileDriftKind.Different), ("extra.yaml", FileDriftKind.Unexpected), ("kustomization.yaml", FileDriftKind.Missing)],
            drift.Select(item => (item.Path, item.Kind)));
        Assert.Equal([".hardening-render.json", "cluster/kustomization.yaml", "cluster/namespace-a.yaml", "cluster/namespace-b.yaml", "extra.yaml"], folder.Files());
    }

    [Fact]
    public void A_folder_as_rendered_has_no_differences_and_an_absent_one_lacks_every_file()
    {
        using var folder = new TemporaryFolder();

        Assert.Equal(3, Tree("a").Compare(folder.Tree).Count(item => item.Kind == FileDriftKind.Missing));

        Tree("a").Write(folder.Tree);
        Assert.Empty(Tree("a").Compare(folder.Tree));
    }

    [Fact]
    public void Large_trees_are_written_whole()
    {
        using var folder = new TemporaryFolder();
        var names = Enumerable.Range(0, 300).Select(number => string.Create(CultureInfo.InvariantCulture, $"n{number}")).ToArray();

        Tree(names).Write(folder.Tree);

        Assert.Equal(303, folder.Files().Length);
        Assert.Empty(Tree(names).Compare(folder.Tree));
    }

    private static ManifestTree Tree(params string[] namespaces)
        => ManifestTree.Build(Objects.Stack([.. namespaces.Select(name => Objects.Resource($$$"""{"apiVersion":"v1","kind":"Namespace","metadata":{"name":"{{{name}}}"}}""", name))]));
}
