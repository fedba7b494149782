using Crdgen.Model;
using Crdgen.Output;
using Crdgen.Reading;

namespace Crdgen.Generating;

/// <summary>The files that some kinds gave, and what there is to say about them. A kind that fails leaves no file.</summary>
internal sealed class KindFiles
{
    public List<GeneratedFile> Files { get; } = [];

    public List<ResourceModel> Models { get; } = [];

    public List<Diagnostic> Errors { get; } = [];

    public List<Diagnostic> Warnings { get; } = [];

    /// <summary>Whether any of the kinds has a class with an <c>Extra</c> bag.</summary>
    public bool IsExtensible { get; set; }

    public void Attempt(string source, int line, Action make)
    {
        var before = Files.Count;
        try
        {
            make();
        }
        catch (SchemaException e)
        {
            Files.RemoveRange(before, Files.Count - before);
            Errors.Add(new Diagnostic(source, e.Path, e.Message) { Line = e.Line > 0 ? e.Line : line });
        }
    }
}
