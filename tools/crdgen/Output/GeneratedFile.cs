namespace Crdgen.Output;

/// <summary>A file to write: its path below the plan's folder, with forward slashes, and its text.</summary>
internal sealed record GeneratedFile(string Path, string Text);
