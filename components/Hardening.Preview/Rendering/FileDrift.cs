namespace Hardening.Preview;

/// <summary>One difference between a rendered tree and a folder.</summary>
/// <param name="Path">The file, relative to the folder.</param>
/// <param name="Kind">How it differs.</param>
public readonly record struct FileDrift(string Path, FileDriftKind Kind);
