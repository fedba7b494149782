namespace Hardening.Preview;

/// <summary>
/// A stack as a tree of files ready for GitOps: one manifest a file, <c>cluster/</c> for cluster-scoped objects, <c>namespaces/{name}/</c> for the rest,
/// a <c>kustomization.yaml</c> in each and at the top, and <c>patches/</c>, outside of them, for the fields that the stack sets on objects of somebody else.
/// The same stack gives the same bytes on every run.
/// </summary>
public sealed class ManifestTree
{
    private ManifestTree(IReadOnlyList<RenderedFile> files, IReadOnlyList<Finding> problems)
    {
        Files = files;
        Problems = problems;
    }

    /// <summary>All files, sorted by path.</summary>
    public IReadOnlyList<RenderedFile> Files { get; }

    /// <summary>
    /// Why the tree may not be written: errors such as a manifest that would hold a secret or an unknown value. Such a manifest is not among the files.
    /// Warnings and notes name what has no place in the tree.
    /// </summary>
    public IReadOnlyList<Finding> Problems { get; }

    /// <summary>Whether the tree is complete.</summary>
    public bool IsComplete => !Problems.Any(static problem => problem.Severity == FindingSeverity.Error);

    /// <summary>Renders a stack; touches no file.</summary>
    /// <param name="stack">The captured stack.</param>
    /// <param name="options">How to render; the defaults where null.</param>
    public static ManifestTree Build(CapturedStack stack, RenderOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(stack);
        var builder = new Rendering.TreeBuilder(options ?? new RenderOptions());
        builder.AddStack(stack);
        return new ManifestTree(builder.Finish(), builder.Problems);
    }

    /// <summary>
    /// Makes a folder hold exactly this tree. The tree is written beside the folder and swapped in at the end: a failure or a kill before leaves
    /// the folder as it was, and what it left beside is removed by the next call. Not flushed to the disk file by file: after a power failure
    /// right behind a render, render again.
    /// </summary>
    /// <param name="directory">The folder; made where absent. A folder that holds files of somebody else is refused.</param>
    /// <exception cref="RenderRefusedException">The tree is not complete, or the folder holds files that were not rendered there; nothing was changed.</exception>
    /// <exception cref="IOException">The folder cannot be written; nothing was changed.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder cannot be written; nothing was changed.</exception>
    public RenderResult Write(string directory)
    {
        ArgumentException.ThrowIfNullOrEmpty(directory);
        RefuseIncomplete();
        return Rendering.TreeSwap.Write(directory, Files);
    }

    /// <summary>Compares a folder with this tree, file by file; changes nothing.</summary>
    /// <param name="directory">The folder.</param>
    /// <returns>The differences sorted by path; none where the folder holds exactly this tree.</returns>
    /// <exception cref="RenderRefusedException">The tree is not complete.</exception>
    public IReadOnlyList<FileDrift> Compare(string directory)
    {
        ArgumentException.ThrowIfNullOrEmpty(directory);
        RefuseIncomplete();
        return Rendering.TreeComparison.Compare(directory, Files);
    }

    private void RefuseIncomplete()
    {
        var errors = Problems.Where(static problem => problem.Severity == FindingSeverity.Error).ToList();
        if (errors.Count > 0)
        {
            var lines = string.Concat(errors.Select(static error => "\n  - " + error));
            throw new RenderRefusedException($"{errors.Count} problem(s) keep the manifests from being complete; nothing was written:{lines}") { Findings = errors };
        }
    }
}
