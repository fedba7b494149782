using System.Globalization;
using System.Text;

namespace Crdgen.Import.Writing;

/// <summary>Literals as a person writes them: raw strings for lines and for quotes, letters of any script as they are, everything unseen escaped.</summary>
internal static class Literals
{
    public static Code Text(string text)
    {
        if (text.Contains('\n', StringComparison.Ordinal) && IsVisible(text.Replace("\n", "", StringComparison.Ordinal).Replace("\t", "", StringComparison.Ordinal)))
        {
            return new Code.Raw(Quotes(text), text.Split('\n'));
        }

        return Code.Of(Line(text));
    }

    /// <summary>A literal on one line.</summary>
    public static string Line(string text) =>
        (text.Contains('"', StringComparison.Ordinal) || text.Contains('\\', StringComparison.Ordinal)) && text[0] != '"' && text[^1] != '"' && IsVisible(text)
            ? $"{Quotes(text)}{text}{Quotes(text)}"
            : Escaped(text);

    /// <summary>A number that the wire carries: as int where it is one, else as double.</summary>
    public static string Number(double value)
    {
        if (value is >= int.MinValue and <= int.MaxValue && Math.Floor(value) == value)
        {
            return ((int)value).ToString(CultureInfo.InvariantCulture);
        }

        var text = value.ToString("R", CultureInfo.InvariantCulture);
        return text.AsSpan().IndexOfAny('.', 'E') >= 0 ? text : $"{text}d";
    }

    private static string Escaped(string text)
    {
        var literal = new StringBuilder("\"");
        for (var index = 0; index < text.Length; index++)
        {
            var c = text[index];
            literal.Append(c switch
            {
                '"' => "\\\"",
                '\\' => "\\\\",
                '\n' => "\\n",
                '\r' => "\\r",
                '\t' => "\\t",
                _ when IsVisible(text, index) => c.ToString(),
                _ => string.Create(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}"),
            });
        }

        return literal.Append('"').ToString();
    }

    /// <summary>One more quote than the longest run of them, three at least.</summary>
    private static string Quotes(string text)
    {
        var longest = 2;
        var run = 0;
        foreach (var c in text)
        {
            run = c == '"' ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }

        return new string('"', longest + 1);
    }

    private static bool IsVisible(string text)
    {
        for (var index = 0; index < text.Length; index++)
        {
            if (!IsVisible(text, index))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether a reader sees the character and no editor changes it: no controls, no marks that turn the writing direction, no half characters.</summary>
    private static bool IsVisible(string text, int index)
    {
        var c = text[index];
        if (char.IsAscii(c))
        {
            return c is >= ' ' and <= '~';
        }

        if (char.IsSurrogate(c))
        {
            return char.IsHighSurrogate(c)
                ? index + 1 < text.Length && char.IsLowSurrogate(text[index + 1]) && IsVisible(CharUnicodeInfo.GetUnicodeCategory(text, index))
                : index > 0 && char.IsHighSurrogate(text[index - 1]) && IsVisible(CharUnicodeInfo.GetUnicodeCategory(text, index - 1));
        }

        return IsVisible(CharUnicodeInfo.GetUnicodeCategory(c));
    }

    private static bool IsVisible(UnicodeCategory category) => category is not (
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        or UnicodeCategory.SpaceSeparator or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned or UnicodeCategory.Surrogate);
}
