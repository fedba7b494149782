namespace Crdgen.Cli;

/// <summary>Looks for files in a folder and all below it, in a fixed order. Links to folders are not followed.</summary>
internal static class SchemaFolder
{
    private static readonly string[] SchemaExtensions = [".yaml", ".yml", ".json"];
    private static readonly string[] BuildFolders = ["bin", "obj", "node_modules"];

    /// <summary>The files that may hold schemas. What has no length is none: a pipe would be waited for.</summary>
    public static IEnumerable<string> Schemas(string folder) =>
        Find(folder, file => SchemaExtensions.Contains(Path.GetExtension(file), StringComparer.OrdinalIgnoreCase) && !Inputs.IsPlan(file))
            .Where(file => new FileInfo(file) is { Exists: true, LinkTarget: not null } or { Exists: true, Length: > 0 });

    public static IEnumerable<string> Find(string folder, Func<string, bool> wanted)
    {
        foreach (var file in Directory.EnumerateFiles(folder).Where(wanted).Order(StringComparer.Ordinal))
        {
            yield return file;
        }

        foreach (var child in Directory.EnumerateDirectories(folder).Order(StringComparer.Ordinal))
        {
            var name = Path.GetFileName(child);
            if (name.StartsWith('.') || BuildFolders.Contains(name, StringComparer.Ordinal) || new DirectoryInfo(child).LinkTarget is not null)
            {
                continue;
            }

            foreach (var file in Find(child, wanted))
            {
                yield return file;
            }
        }
    }
}
