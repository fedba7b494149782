using Hardening.Infra.StackFiles;
using Hardening.Infra.Tests.Commands;
using Hardening.Infra.Tests.StackFiles;

namespace Hardening.Infra.Tests.Coverage;

/// <summary>What a stack of this repository renders: the files, and the objects and patches in them.</summary>
internal sealed record RenderedManifests(IReadOnlySet<string> Files, IReadOnlyList<ConfigNode> Objects)
{
    private static readonly Dictionary<string, Lazy<Task<RenderedManifests>>> Stacks =
        new[] { "dev", "prod" }.ToDictionary(stack => stack, stack => new Lazy<Task<RenderedManifests>>(() => RenderAsync(stack)), StringComparer.Ordinal);

    /// <summary>Those of both stacks.</summary>
    public static async Task<IReadOnlyList<RenderedManifests>> OfBothAsync() => await Task.WhenAll(Stacks.Values.Select(stack => stack.Value));

    /// <summary>The objects of a kind, and of a name where there is one.</summary>
    public IEnumerable<ConfigNode> Of(string kind, string? name) =>
        Objects.Where(made => made.Members["kind"].Text == kind && (name is null || made.Members["metadata"].Members["name"].Text == name));

    private static async Task<RenderedManifests> RenderAsync(string stack)
    {
        using var folder = new TempFolder();
        var run = await CliRun.RunAsync(TestFiles.Root, "render", "--stack", stack, "--output", folder.Path);
        Assert.Equal((0, ""), (run.Code, run.Error));
        var files = Directory.EnumerateFiles(folder.Path, "*", SearchOption.AllDirectories).ToDictionary(file => Path.GetRelativePath(folder.Path, file).Replace('\\', '/'), File.ReadAllText, StringComparer.Ordinal);
        var objects = files.Where(file => file.Key.EndsWith(".yaml", StringComparison.Ordinal)).Select(file => YamlReader.Read(new StringReader(file.Value))).Where(made => made.Members.ContainsKey("kind") && made.Members.ContainsKey("metadata"));
        return new RenderedManifests(files.Keys.ToHashSet(StringComparer.Ordinal), [.. objects]);
    }
}
