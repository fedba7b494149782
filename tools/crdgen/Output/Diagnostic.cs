using System.Text;

namespace Crdgen.Output;

/// <summary>Something wrong with one schema: the file, where in it, and what.</summary>
internal sealed record Diagnostic(string File, string Path, string Message)
{
    /// <summary>The line in the file, from 1 on; 0 where it is not known.</summary>
    public int Line { get; init; }

    /// <summary>By file, line, path and message.</summary>
    public static IEnumerable<Diagnostic> Sort(IEnumerable<Diagnostic> diagnostics) => diagnostics
        .OrderBy(each => each.File, StringComparer.Ordinal)
        .ThenBy(each => each.Line)
        .ThenBy(each => each.Path, StringComparer.Ordinal)
        .ThenBy(each => each.Message, StringComparer.Ordinal);

    /// <summary><c>file:line: path: message</c>, on one line whatever the schema's texts hold.</summary>
    public override string ToString()
    {
        var text = new StringBuilder(File);
        if (Line > 0)
        {
            text.Append(':').Append(Line);
        }

        foreach (var part in new[] { Path, Message }.Where(part => part.Length > 0))
        {
            text.Append(": ").Append(part);
        }

        return string.Concat(text.ToString().Select(c => char.IsControl(c) || c is '\u2028' or '\u2029' ? '?' : c));
    }
}
