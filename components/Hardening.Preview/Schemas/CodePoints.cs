using System.Globalization;
using System.Text;

namespace Hardening.Preview.Schemas;

/// <summary>
/// A dot in a pattern stands for a code point; .NET counts UTF-16 units. So every code point of two units is replaced by one unit of
/// the same kind before a pattern sees it. No pattern names such a code point itself and is checked: the translation refuses those.
/// </summary>
internal static class CodePoints
{
    public static string AsUnits(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange('\ud800', '\udfff'))
        {
            return text;
        }

        var result = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            result.Append(rune.IsBmp ? (char)rune.Value : Rune.GetUnicodeCategory(rune) switch
            {
                UnicodeCategory.UppercaseLetter => 'Ǝ',
                UnicodeCategory.LowercaseLetter => 'ǝ',
                UnicodeCategory.OtherLetter => '一',
                UnicodeCategory.DecimalDigitNumber => '٠',
                UnicodeCategory.OtherSymbol => '☃',
                UnicodeCategory.MathSymbol => '∀',
                UnicodeCategory.NonSpacingMark => '\u0300',
                _ => '\ue000',
            });
        }

        return result.ToString();
    }
}
