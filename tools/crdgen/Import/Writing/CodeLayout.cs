using System.Text;
using Crdgen.Import.Kinds;

namespace Crdgen.Import.Writing;

/// <summary>Lays expressions out in lines: what is short and shallow stands on one.</summary>
internal sealed class CodeLayout(Func<TypeName, string> nameOf)
{
    private const int Width = 110;
    private const int Indent = 4;
    private const int MaximumInlineBlocks = 2;

    private readonly StringBuilder _text = new();

    public void Line(int depth, string text)
    {
        if (text.Length > 0)
        {
            _text.Append(' ', depth * Indent).Append(text);
        }

        _text.Append('\n');
    }

    /// <summary>A statement whose start names types.</summary>
    public void Write(int depth, string start, IReadOnlyList<Segment> more, Code code, string end) => Write(depth, start + Text(more), code, end);

    /// <summary>A statement or member: the expression between two texts.</summary>
    public void Write(int depth, string start, Code code, string end)
    {
        if (Flat(code, Width - (depth * Indent) - start.Length - end.Length, 0) is { } line)
        {
            Line(depth, start + line + end);
            return;
        }

        switch (code)
        {
            case Code.Raw raw:
                Line(depth, start + raw.Quotes);
                foreach (var text in raw.Lines)
                {
                    Line(depth + 1, text);
                }

                Line(depth + 1, raw.Quotes + end);
                break;
            case Code.Block block:
                Line(depth, (start + Text(block.Head)).TrimEnd());
                Line(depth, "{");
                foreach (var entry in block.Entries)
                {
                    Write(depth + 1, entry);
                }

                Line(depth, "}" + end);
                break;
            case Code.Leaf leaf:
                Line(depth, start + Text(leaf.Segments) + end);
                break;
        }
    }

    public override string ToString() => _text.ToString();

    private void Write(int depth, Code.Entry entry)
    {
        if (entry.Comment is { } comment)
        {
            Line(depth, $"// {comment}");
        }

        if (entry.Value is { } value)
        {
            Write(depth, entry.Start, value, ",");
        }
    }

    /// <summary>The expression on one line, or null where it does not fit.</summary>
    private string? Flat(Code code, int width, int blocks)
    {
        if (code is Code.Leaf leaf)
        {
            var text = Text(leaf.Segments);
            return text.Length <= width ? text : null;
        }

        if (code is not Code.Block block || blocks == MaximumInlineBlocks)
        {
            return null;
        }

        var line = new StringBuilder(Text(block.Head));
        line.Append(line.Length == 0 ? "{ " : " { ");
        foreach (var entry in block.Entries)
        {
            var left = width - line.Length - entry.Start.Length;
            if (entry.Comment is not null || left <= 0 || Flat(entry.Value!, left, blocks + 1) is not { } value)
            {
                return null;
            }

            line.Append(entry.Start).Append(value).Append(", ");
        }

        line.Length -= ", ".Length;
        line.Append(" }");
        return line.Length <= width ? line.ToString() : null;
    }

    private string Text(IReadOnlyList<Segment> segments) => string.Concat(segments.Select(segment => segment.Text ?? nameOf(segment.Type!)));
}
