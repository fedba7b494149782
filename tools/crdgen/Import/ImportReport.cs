using Crdgen.Output;

namespace Crdgen.Import;

/// <summary>What an import could not carry (errors), and what it left out or changed on purpose (notes, each once a file).</summary>
internal sealed class ImportReport
{
    private readonly List<Diagnostic> _errors = [];
    private readonly List<Diagnostic> _notes = [];

    public IReadOnlyList<Diagnostic> Errors => _errors;

    public IReadOnlyList<Diagnostic> Notes => _notes;

    public void Error(string file, int line, string path, string message) => _errors.Add(new Diagnostic(file, path, message) { Line = line });

    public void Note(string file, string message)
    {
        var note = new Diagnostic(file, "", message);
        if (!_notes.Contains(note))
        {
            _notes.Add(note);
        }
    }
}
