namespace Crdgen.Output;

/// <summary>Something wrong with one schema: the file, where in it, and what.</summary>
internal sealed record Diagnostic(string File, string Path, string Message)
{
    public override string ToString() => Path.Length == 0 ? $"{File}: {Message}" : $"{File}: {Path}: {Message}";
}
