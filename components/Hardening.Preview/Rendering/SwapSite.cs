namespace Hardening.Preview.Rendering;

/// <summary>
/// Where a tree is written before it takes a folder's place: a hidden folder beside it, claimed by a lock file that its writer holds open. A site whose
/// lock nobody holds is what a killed writer left, and is cleaned.
/// </summary>
internal sealed class SwapSite : IDisposable
{
    private const string Infix = ".hardening-";
    private const string LockSuffix = ".lock";
    private const string OldSuffix = ".old";

    private readonly FileStream _lock;

    private SwapSite(string path, FileStream claim)
    {
        NewTree = path;
        _lock = claim;
    }

    /// <summary>Where the new tree is written.</summary>
    public string NewTree { get; }

    /// <summary>Where the old tree waits where the two cannot be exchanged in one step.</summary>
    public string OldTree => NewTree + OldSuffix;

    /// <summary>Cleans what killed writers left beside the folder and claims a site of its own.</summary>
    public static SwapSite Claim(string target)
    {
        var parent = Path.GetDirectoryName(target)!;
        Directory.CreateDirectory(parent);
        CleanLeftovers(parent, target);

        var path = Path.Combine(parent, $".{Path.GetFileName(target)}{Infix}{Guid.NewGuid():n}");
        return new SwapSite(path, new FileStream(path + LockSuffix, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 1));
    }

    public void Dispose()
    {
        DeleteTree(NewTree);
        DeleteTree(OldTree);
        File.Delete(_lock.Name);
        _lock.Dispose();
    }

    private static void CleanLeftovers(string parent, string target)
    {
        var prefix = $".{Path.GetFileName(target)}{Infix}";
        foreach (var claim in Directory.GetFiles(parent, prefix + "*" + LockSuffix))
        {
            try
            {
                using var held = new FileStream(claim, FileMode.Open, FileAccess.ReadWrite, FileShare.None, 1);
                var site = claim[..^LockSuffix.Length];

                // Killed between the two renames: the old tree is the whole one.
                if (Directory.Exists(site + OldSuffix) && !Directory.Exists(target))
                {
                    Directory.Move(site + OldSuffix, target);
                }

                DeleteTree(site);
                DeleteTree(site + OldSuffix);
                File.Delete(claim);
            }
            catch (IOException)
            {
                // Somebody is writing there right now: leave it alone.
            }
        }
    }

    private static void DeleteTree(string path)
    {
        if (Directory.Exists(path))
        {
            Directory.Delete(path, recursive: true);
        }
    }
}
