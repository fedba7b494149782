using System.Runtime.CompilerServices;

namespace Hardening.Infra.Tests;

/// <summary>Files of the repository and of this test project.</summary>
internal static class TestFiles
{
    /// <summary>The repository's root.</summary>
    public static string Root { get; } = Path.GetFullPath(Path.Combine(Folder(), "..", ".."));

    /// <summary>A file of this test project.</summary>
    public static string PathOf(params string[] parts) => Path.Combine([Folder(), .. parts]);

    /// <summary>A file of the repository.</summary>
    public static string InRepository(params string[] parts) => Path.Combine([Root, .. parts]);

    private static string Folder([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
