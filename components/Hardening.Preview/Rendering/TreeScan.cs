using System.IO.Enumeration;

namespace Hardening.Preview.Rendering;

/// <summary>The files of a folder, relative to it, links not followed.</summary>
internal static class TreeScan
{
    /// <summary>All files and links below the folder with <c>/</c> between the parts; empty where it does not exist.</summary>
    public static List<string> Files(string root)
    {
        if (!Directory.Exists(root))
        {
            return [];
        }

        var files = new FileSystemEnumerable<string>(root, (ref FileSystemEntry entry) => Relative(ref entry), new EnumerationOptions
        {
            RecurseSubdirectories = true,
            AttributesToSkip = FileAttributes.None,
            IgnoreInaccessible = false,
        })
        {
            ShouldIncludePredicate = static (ref FileSystemEntry entry) => !entry.IsDirectory || IsLink(ref entry),
            ShouldRecursePredicate = static (ref FileSystemEntry entry) => !IsLink(ref entry),
        };
        return [.. files];
    }

    private static bool IsLink(ref FileSystemEntry entry) => (entry.Attributes & FileAttributes.ReparsePoint) != FileAttributes.None;

    private static string Relative(ref FileSystemEntry entry)
    {
        var folder = entry.Directory[entry.RootDirectory.Length..].TrimStart(Path.DirectorySeparatorChar);
        var path = folder.Length == 0 ? entry.FileName.ToString() : $"{folder}/{entry.FileName}";
        return Path.DirectorySeparatorChar == '/' ? path : path.Replace(Path.DirectorySeparatorChar, '/');
    }
}
