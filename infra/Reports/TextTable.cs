using System.Text;

namespace Hardening.Infra.Reports;

/// <summary>Columns of text as wide as their widest cell, two blanks apart; nothing is cut and no line ends in blanks.</summary>
internal static class TextTable
{
    private const int Gap = 2;

    public static void Write(StringBuilder output, IReadOnlyList<string[]> rows, string indent = "")
    {
        var widths = WidthsOf(rows);
        foreach (var row in rows)
        {
            var last = row.Length - 1;
            while (last > 0 && row[last].Length == 0)
                last--;
            output.Append(indent);
            for (var column = 0; column < last; column++)
                output.Append(row[column]).Append(' ', widths[column] - row[column].Length + Gap);
            output.Append(row[last]).Append('\n');
        }
    }

    /// <summary>How wide the widest possible row is, without an indent.</summary>
    public static int WidthOf(IReadOnlyList<string[]> rows)
    {
        var widths = WidthsOf(rows);
        return widths.Sum() + (Gap * (widths.Length - 1));
    }

    private static int[] WidthsOf(IReadOnlyList<string[]> rows)
    {
        var widths = new int[rows.Count == 0 ? 1 : rows[0].Length];
        foreach (var row in rows)
        {
            for (var column = 0; column < row.Length; column++)
                widths[column] = Math.Max(widths[column], row[column].Length);
        }

        return widths;
    }
}
