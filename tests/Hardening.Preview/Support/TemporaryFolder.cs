namespace Hardening.Preview.Tests.Support;

/// <summary>A folder of its own for one test.</summary>
public sealed class TemporaryFolder : IDisposable
{
    public TemporaryFolder() => Path = Directory.CreateTempSubdirectory("hardening-tests-").FullName;

    public string Path { get; }

    public string Tree => System.IO.Path.Combine(Path, "manifests");

    public string[] Files(string? below = null)
    {
        var root = below ?? Tree;
        return [.. Directory.GetFiles(root, "*", SearchOption.AllDirectories).Select(file => System.IO.Path.GetRelativePath(root, file).Replace('\\', '/')).Order(StringComparer.Ordinal)];
    }

    public string Read(string file) => File.ReadAllText(System.IO.Path.Combine(Tree, file));

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
