using System.Text;

namespace Crdgen.Printing;

/// <summary>Text with indentation; lines end in a line feed.</summary>
/// <param name="documented">Whether documentation comments are written.</param>
internal sealed class CodeWriter(bool documented = true)
{
    private readonly StringBuilder _text = new();
    private int _depth;

    public CodeWriter Line(string text = "")
    {
        if (!documented && text.StartsWith("///", StringComparison.Ordinal))
        {
            return this;
        }

        if (text.Length == 0 && _text is [.., '{', '\n'])
        {
            return this;
        }

        if (text.Length > 0)
        {
            _text.Append(' ', _depth * 4).Append(text);
        }

        _text.Append('\n');
        return this;
    }

    public CodeWriter Open(string text)
    {
        Line(text).Line("{");
        _depth++;
        return this;
    }

    public CodeWriter Close()
    {
        _depth--;
        if (_text is [.., '\n', '\n'])
        {
            _text.Length--;
        }

        return Line("}");
    }

    public override string ToString() => _text.ToString();
}
