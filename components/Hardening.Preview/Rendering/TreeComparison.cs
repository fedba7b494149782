using Hardening.Preview.Common;

namespace Hardening.Preview.Rendering;

/// <summary>Compares a folder with a tree.</summary>
internal static class TreeComparison
{
    public static List<FileDrift> Compare(string directory, IReadOnlyList<RenderedFile> files)
    {
        var root = Path.GetFullPath(directory);
        var onDisk = TreeScan.Files(root).ToHashSet(StringComparer.Ordinal);
        onDisk.Remove(TreeMarker.FileName);

        var kinds = new FileDriftKind?[files.Count];
        TwoWorkers.For(files.Count, i => kinds[i] =
            !onDisk.Contains(files[i].Path) ? FileDriftKind.Missing
            : !HasContent(Path.Combine(root, files[i].Path), files[i].Content.Span) ? FileDriftKind.Different
            : null);

        var drift = new List<FileDrift>();
        for (var i = 0; i < kinds.Length; i++)
        {
            if (kinds[i] is { } kind)
            {
                drift.Add(new FileDrift(files[i].Path, kind));
            }

            onDisk.Remove(files[i].Path);
        }

        drift.AddRange(onDisk.Select(static path => new FileDrift(path, FileDriftKind.Unexpected)));
        drift.Sort(static (a, b) => string.CompareOrdinal(a.Path, b.Path));
        return drift;
    }

    private static bool HasContent(string path, ReadOnlySpan<byte> content)
    {
        using var file = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        if (RandomAccess.GetLength(file) != content.Length)
        {
            return false;
        }

        Span<byte> buffer = stackalloc byte[4096];
        long position = 0;
        while (content.Length > 0)
        {
            var read = RandomAccess.Read(file, buffer, position);
            if (read == 0 || read > content.Length || !buffer[..read].SequenceEqual(content[..read]))
            {
                return false;
            }

            content = content[read..];
            position += read;
        }

        return true;
    }
}
