namespace Hardening.Preview.Rendering;

/// <summary>Gives files that would share a path, or differ only in what some file system ignores, names of their own.</summary>
internal static class TreeNames
{
    public static void MakeDistinct(List<TreeFile> files)
    {
        var byPath = new Dictionary<string, TreeFile>(files.Count, StringComparer.OrdinalIgnoreCase);
        foreach (var file in files)
        {
            if (!byPath.TryAdd(file.Path, file))
            {
                var first = byPath[file.Path];
                first.FileName = $"{first.Name}-{FilePaths.Hash(first.Identity)}.yaml";
                file.FileName = $"{file.Name}-{FilePaths.Hash(file.Identity)}.yaml";
            }
        }

        // A name made distinct may be one that another object has by itself: count on, in an order that does not depend on the program's.
        if (files.Count == files.Select(static file => file.Path).Distinct(StringComparer.OrdinalIgnoreCase).Count())
        {
            return;
        }

        foreach (var group in files.GroupBy(static file => file.Path, StringComparer.OrdinalIgnoreCase).Where(static group => group.Skip(1).Any()))
        {
            var number = 1;
            foreach (var file in group.OrderBy(static file => file.Identity, StringComparer.Ordinal))
            {
                file.FileName = $"{file.Name}-{FilePaths.Hash(file.Identity)}-{number++}.yaml";
            }
        }
    }
}
