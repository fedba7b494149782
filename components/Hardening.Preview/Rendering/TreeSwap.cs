using Hardening.Preview.Common;

namespace Hardening.Preview.Rendering;

/// <summary>Puts a tree in a folder's place, whole or not at all.</summary>
internal static class TreeSwap
{
    private const int NamedFiles = 10;

    public static RenderResult Write(string directory, IReadOnlyList<RenderedFile> files)
    {
        var target = Target(directory);
        using var site = SwapSite.Claim(target);
        var overwritten = Inspect(target);
        var marker = TreeMarker.Create(files);
        List<RenderedFile> all = [.. files, marker];
        if (Directory.Exists(target) && overwritten.Count == 0 && IsUnchanged(target, marker, files))
        {
            return new RenderResult(Changed: false, files.Count, []);
        }

        WriteFiles(site.NewTree, all);
        Swap(site, target);
        return new RenderResult(Changed: true, files.Count, overwritten);
    }

    /// <summary>The folder itself, links resolved: a link is not replaced by what it points to.</summary>
    private static string Target(string directory)
    {
        var target = Path.TrimEndingDirectorySeparator(Path.GetFullPath(directory));
        if (Directory.Exists(target) && Directory.ResolveLinkTarget(target, returnFinalTarget: true) is { } linked)
        {
            target = Path.TrimEndingDirectorySeparator(linked.FullName);
        }

        if (Path.GetDirectoryName(target) is null)
        {
            throw new RenderRefusedException($"{target} cannot be replaced by a rendered tree; give a folder of its own, such as {Path.Combine(target, "manifests")}");
        }

        if (File.Exists(target))
        {
            throw new RenderRefusedException($"{target} is a file; give a folder");
        }

        return target;
    }

    /// <summary>Refuses a folder with files of somebody else; returns the files of ours that were changed since.</summary>
    private static List<string> Inspect(string target)
    {
        var onDisk = TreeScan.Files(target);
        if (onDisk.Count == 0)
        {
            return [];
        }

        var marker = TreeMarker.Read(target);
        var foreign = onDisk.Where(path => path != TreeMarker.FileName && marker?.Hashes.ContainsKey(path) != true).Order(StringComparer.Ordinal).ToList();
        if (marker is null && foreign.Count == 0)
        {
            foreign.Add(TreeMarker.FileName);
        }

        if (foreign.Count > 0)
        {
            var named = string.Concat(foreign.Take(NamedFiles).Select(static path => "\n  - " + path));
            var more = foreign.Count > NamedFiles ? $"\n  and {foreign.Count - NamedFiles} more" : "";
            throw new RenderRefusedException(
                $"{target} holds {foreign.Count} file(s) that were not rendered there; nothing was written. Move them away or give another folder:{named}{more}")
            {
                ForeignFiles = foreign,
            };
        }

        var changed = new bool[onDisk.Count];
        TwoWorkers.For(onDisk.Count, i => changed[i] = onDisk[i] != TreeMarker.FileName
            && TreeMarker.Hash(File.ReadAllBytes(Path.Combine(target, onDisk[i]))) != marker!.Hashes[onDisk[i]]);
        return onDisk.Where((_, i) => changed[i]).Order(StringComparer.Ordinal).ToList();
    }

    /// <summary>Every file there has the hash that the folder's marker states: the same marker then means the same tree, if no file is missing.</summary>
    private static bool IsUnchanged(string target, RenderedFile marker, IReadOnlyList<RenderedFile> files)
    {
        var path = Path.Combine(target, TreeMarker.FileName);
        return File.Exists(path) && File.ReadAllBytes(path).AsSpan().SequenceEqual(marker.Content.Span)
            && files.All(file => File.Exists(Path.Combine(target, file.Path)));
    }

    private static void WriteFiles(string root, List<RenderedFile> files)
    {
        Directory.CreateDirectory(root);
        foreach (var folder in files.Select(static file => Path.GetDirectoryName(file.Path)!).Distinct(StringComparer.Ordinal))
        {
            Directory.CreateDirectory(Path.Combine(root, folder));
        }

        TwoWorkers.For(files.Count, i =>
        {
            // Nobody else knows the folder: without a sharing mode there is no lock to take for each file.
            using var handle = File.OpenHandle(Path.Combine(root, files[i].Path), FileMode.CreateNew, FileAccess.Write, FileShare.ReadWrite);
            RandomAccess.Write(handle, files[i].Content.Span, 0);
        });
    }

    private static void Swap(SwapSite site, string target)
    {
        if (!Directory.Exists(target))
        {
            Directory.Move(site.NewTree, target);
            return;
        }

        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(site.NewTree, File.GetUnixFileMode(target));
        }

        if (AtomicExchange.TryExchange(site.NewTree, target))
        {
            return;
        }

        Directory.Move(target, site.OldTree);
        try
        {
            Directory.Move(site.NewTree, target);
        }
        catch
        {
            Directory.Move(site.OldTree, target);
            throw;
        }
    }
}
