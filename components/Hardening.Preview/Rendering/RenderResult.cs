namespace Hardening.Preview;

/// <summary>What <see cref="ManifestTree.Write"/> did.</summary>
/// <param name="Changed">False where the folder held exactly this tree already and nothing was written.</param>
/// <param name="Files">How many files the tree has.</param>
/// <param name="Overwritten">Files that somebody had changed by hand since the last render; they were replaced.</param>
public sealed record RenderResult(bool Changed, int Files, IReadOnlyList<string> Overwritten);
