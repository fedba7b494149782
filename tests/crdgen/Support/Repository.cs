namespace Crdgen.Tests.Support;

/// <summary>Places in the working copy.</summary>
internal static class Repository
{
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    /// <summary>The upstream schema files, where this working copy has them beside it.</summary>
    public static string Schemas { get; } = Path.Combine(Path.GetDirectoryName(Root)!, "shared", "schemas");

    public static string Samples { get; } = Path.Combine(Root, "tests", "crdgen", "Samples");

    private static string Find(string folder)
    {
        var root = folder;
        while (!File.Exists(Path.Combine(root, "Hardening.sln")))
        {
            root = Path.GetDirectoryName(root) ?? throw new InvalidOperationException($"No Hardening.sln above {folder}");
        }

        return root;
    }
}
