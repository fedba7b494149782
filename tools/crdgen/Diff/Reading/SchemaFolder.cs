namespace Crdgen.Diff.Reading;

/// <summary>The schema files below a folder, sorted. Links and build folders are not followed.</summary>
internal static class SchemaFolder
{
    private static readonly string[] Extensions = [".yaml", ".yml", ".json"];
    private static readonly string[] Skipped = ["bin", "obj", "node_modules"];

    public static IEnumerable<string> Files(string folder)
    {
        foreach (var file in Directory.EnumerateFiles(folder).Order(StringComparer.Ordinal))
        {
            if (Extensions.Contains(Path.GetExtension(file), StringComparer.OrdinalIgnoreCase))
            {
                yield return file;
            }
        }

        foreach (var child in Directory.EnumerateDirectories(folder).Order(StringComparer.Ordinal))
        {
            var name = Path.GetFileName(child);
            if (!name.StartsWith('.') && !Skipped.Contains(name, StringComparer.Ordinal) && new DirectoryInfo(child).LinkTarget is null)
            {
                foreach (var file in Files(child))
                {
                    yield return file;
                }
            }
        }
    }
}
