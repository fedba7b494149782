using System.Text;

namespace Hardening.Infra.Reports;

/// <summary>Columns of text as wide as their widest cell, two blanks apart; nothing is cut and no line ends in blanks.</summary>
internal static class TextTable
{
    public static void Write(StringBuilder output, IReadOnlyList<string[]> rows, string indent = "")
    {
        if (rows.Count == 0)
            return;
        var widths = new int[rows[0].Length];
        foreach (var row in rows)
        {
            for (var column = 0; column < row.Length; column++)
                widths[column] = Math.Max(widths[column], row[column].Length);
        }

        foreach (var row in rows)
        {
            var last = row.Length - 1;
            while (last > 0 && row[last].Length == 0)
                last--;
            output.Append(indent);
            for (var column = 0; column < last; column++)
                output.Append(row[column]).Append(' ', widths[column] - row[column].Length + 2);
            output.Append(row[last]).Append('\n');
        }
    }
}
