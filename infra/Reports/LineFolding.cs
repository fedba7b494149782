using System.Text;

namespace Hardening.Infra.Reports;

/// <summary>
/// Folds lines that are wider than a terminal between words, so that no terminal cuts through them. The rest stands below the last column where that is not too far to the right, else a bit
/// further in than the line. Rules to copy stay whole, and so does a word that is wider than the terminal.
/// </summary>
internal static class LineFolding
{
    private const int FurtherIn = 4;
    private const string ToCopy = "- {";

    public static string Fold(string text, int width)
    {
        if (!text.Split('\n').Any(line => line.Length > width))
            return text;
        var folded = new StringBuilder(text.Length + (text.Length / 8));
        foreach (var line in text.Split('\n'))
        {
            if (line.Length <= width || line.AsSpan().TrimStart().StartsWith(ToCopy, StringComparison.Ordinal))
                folded.Append(line);
            else
                Fold(line, width, folded);
            folded.Append('\n');
        }

        return folded.ToString(0, folded.Length - 1);
    }

    private static void Fold(string line, int width, StringBuilder folded)
    {
        var indent = IndentOf(line, width);
        var rest = line.AsSpan().TrimEnd(' ');
        while (rest.Length > width && BreakOf(rest, width) is > 0 and var end)
        {
            folded.Append(rest[..end].TrimEnd(' ')).Append('\n');
            rest = (new string(' ', indent) + rest[end..].TrimStart(' ').ToString()).AsSpan();
        }

        folded.Append(rest);
    }

    /// <summary>Where the rest of a line begins.</summary>
    private static int IndentOf(string line, int width)
    {
        var own = line.Length - line.TrimStart(' ').Length;
        var column = line.LastIndexOf("  ", StringComparison.Ordinal) + 2;
        return column > own && column <= width * 2 / 3 && line[column..].Split(' ').All(word => word.Length <= width - column) ? column : Math.Min(own + FurtherIn, width / 2);
    }

    /// <summary>The blank at which to fold: the last one that leaves no more than the width, else the first one; 0 where there is none behind a word.</summary>
    private static int BreakOf(ReadOnlySpan<char> line, int width)
    {
        var begin = line.Length - line.TrimStart(' ').Length;
        if (begin <= width && line[begin..(width + 1)].LastIndexOf(' ') is > 0 and var last)
            return begin + last;
        var beyond = Math.Max(begin, width + 1);
        return line[beyond..].IndexOf(' ') is >= 0 and var next ? beyond + next : 0;
    }
}
