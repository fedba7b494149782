using Crdgen.Printing;

namespace Crdgen.Output;

/// <summary>Brings the output folders of a plan to the state of a generation, or says how they differ from it.</summary>
/// <param name="root">The folder that paths are relative to.</param>
/// <param name="owned">Folders in it where a generated file that is not part of the generation is a leftover.</param>
internal sealed class OutputFolder(string root, IReadOnlyList<string> owned)
{
    private static readonly EnumerationOptions BelowWithoutLinks = new() { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint };

    /// <summary>
    /// Links on the way to these files: through one a file would be written elsewhere. The folder itself may be one; whoever named it knows.
    /// </summary>
    public IReadOnlyList<string> Links(IReadOnlyList<GeneratedFile> files)
    {
        var links = new SortedSet<string>(StringComparer.Ordinal);
        var known = new HashSet<string>(StringComparer.Ordinal);
        foreach (var file in files)
        {
            for (var path = file.Path; path.Length > 0 && known.Add(path); path = path[..Math.Max(0, path.LastIndexOf('/'))])
            {
                if (new FileInfo(Absolute(path)).LinkTarget is not null)
                {
                    links.Add(Path.Combine(root, path));
                }
            }
        }

        return [.. links];
    }

    /// <summary>One line for each file that is missing, differs, or is no longer generated.</summary>
    public IReadOnlyList<string> Drift(IReadOnlyList<GeneratedFile> files)
    {
        var drift = new List<string>();
        foreach (var file in files)
        {
            var path = Absolute(file.Path);
            if (!File.Exists(path))
            {
                drift.Add($"{file.Path}: is missing");
            }
            else if (!IsCurrent(path, file))
            {
                drift.Add($"{file.Path}: differs from what its schema gives");
            }
        }

        drift.AddRange(Stale(files).Select(path => $"{path}: is no longer generated"));
        return drift;
    }

    /// <summary>Writes what differs, each file whole or not at all. <paramref name="removeStale"/> is off where a schema failed.</summary>
    public int Write(IReadOnlyList<GeneratedFile> files, bool removeStale)
    {
        var written = 0;
        foreach (var file in files)
        {
            var path = Absolute(file.Path);
            if (File.Exists(path) && IsCurrent(path, file))
            {
                continue;
            }

            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            Replace(path, file.Content);
            written++;
        }

        if (removeStale)
        {
            foreach (var stale in Stale(files))
            {
                File.Delete(Absolute(stale));
                written++;
            }
        }

        return written;
    }

    private static bool IsCurrent(string path, GeneratedFile file) => file.Content.SequenceEqual(File.ReadAllBytes(path));

    private static void Replace(string path, ReadOnlySpan<byte> content)
    {
        var temporary = $"{path}.{Environment.ProcessId}.tmp";
        try
        {
            File.WriteAllBytes(temporary, content);
            File.Move(temporary, path, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            File.Delete(temporary);
            throw;
        }
    }

    private List<string> Stale(IReadOnlyList<GeneratedFile> files)
    {
        var current = files.Select(file => file.Path).ToHashSet(StringComparer.Ordinal);
        return owned
            .Select(Absolute)
            .Where(Directory.Exists)
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*", BelowWithoutLinks))
            .Select(path => Path.GetRelativePath(root, path).Replace(Path.DirectorySeparatorChar, '/'))
            .Where(path => !current.Contains(path) && IsGenerated(path))
            .Order(StringComparer.Ordinal)
            .ToList();
    }

    /// <summary>Files that somebody else put there are left alone.</summary>
    private bool IsGenerated(string path)
    {
        var start = Path.GetExtension(path) switch
        {
            ".cs" => CSharp.Header,
            ".json" => SchemaTablePrinter.Start,
            _ => null,
        };
        if (start is null)
        {
            return false;
        }

        using var reader = new StreamReader(Absolute(path));
        var first = new char[start.Length];
        return reader.ReadBlock(first) == start.Length && start.AsSpan().SequenceEqual(first);
    }

    private string Absolute(string path)
    {
        var full = Path.GetFullPath(Path.Combine(root, path));
        return full.StartsWith(Path.GetFullPath(root) + Path.DirectorySeparatorChar, StringComparison.Ordinal)
            ? full
            : throw new InvalidOperationException($"{path} is outside {root}");
    }
}
