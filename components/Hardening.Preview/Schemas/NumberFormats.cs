using System.Text.RegularExpressions;

namespace Hardening.Preview.Schemas;

/// <summary>
/// The formats of numbers with check digits, and of colours by their three parts, as the API server decides them (kube-openapi's copy of govalidator). Digits are ASCII alone.
/// </summary>
internal static partial class NumberFormats
{
    private const int Isbn10Length = 10;
    private const int Isbn13Length = 13;
    private const int SsnLength = 11;
    private const string Part = "(0|[1-9][0-9]?|1[0-9][0-9]?|2[0-4][0-9]|25[0-5])";

    public static bool IsIsbn(string text) => IsIsbn10(text) || IsIsbn13(text);

    /// <summary>Nine digits and a check digit by 11, which is X for ten; blanks and dashes stand anywhere.</summary>
    public static bool IsIsbn10(string text)
    {
        var digits = WithoutBlanksAndDashes(text);
        if (digits.Length != Isbn10Length || !digits[..^1].All(char.IsAsciiDigit) || !(char.IsAsciiDigit(digits[^1]) || digits[^1] is 'X'))
        {
            return false;
        }

        return digits.Select(static (digit, index) => (index + 1) * (digit is 'X' ? 10 : digit - '0')).Sum() % 11 == 0;
    }

    /// <summary>Twelve digits and a check digit by 10.</summary>
    public static bool IsIsbn13(string text)
    {
        var digits = WithoutBlanksAndDashes(text);
        return digits.Length == Isbn13Length && digits.All(char.IsAsciiDigit) && digits.Select(static (digit, index) => (index % 2 == 0 ? 1 : 3) * (digit - '0')).Sum() % 10 == 0;
    }

    /// <summary>The numbers of the large issuers with Luhn's check digit; whatever is no digit counts for nothing.</summary>
    public static bool IsCreditCard(string text)
    {
        var digits = string.Concat(text.Where(char.IsAsciiDigit));
        return Issuers().IsMatch(digits) && digits.Reverse().Select(static (digit, index) => Doubled(digit - '0', index % 2 == 1)).Sum() % 10 == 0;
    }

    /// <summary>Nine digits in three groups, with something between each.</summary>
    public static bool IsSsn(string text) => text.Length == SsnLength && Ssn().IsMatch(text);

    public static bool IsRgbColor(string text) => RgbColor().IsMatch(text);

    private static int Doubled(int digit, bool doubles) => !doubles ? digit : digit < 5 ? 2 * digit : (2 * digit) - 9;

    private static string WithoutBlanksAndDashes(string text) => string.Concat(text.Where(static c => c is not (' ' or '\t' or '\n' or '\f' or '\r' or '-')));

    [GeneratedRegex(@"^(4[0-9]{12}([0-9]{3})?|5[1-5][0-9]{14}|6(011|5[0-9][0-9])[0-9]{12}|3[47][0-9]{13}|3(0[0-5]|[68][0-9])[0-9]{11}|(2131|1800|35[0-9]{3})[0-9]{11})\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 60_000)]
    private static partial Regex Issuers();

    [GeneratedRegex(@"^[0-9]{3}[- ]?[0-9]{2}[- ]?[0-9]{4}\z", RegexOptions.CultureInvariant, 60_000)]
    private static partial Regex Ssn();

    [GeneratedRegex(@"^rgb\([\t\n\f\r ]*" + Part + @"[\t\n\f\r ]*,[\t\n\f\r ]*" + Part + @"[\t\n\f\r ]*,[\t\n\f\r ]*" + Part + @"[\t\n\f\r ]*\)\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 60_000)]
    private static partial Regex RgbColor();
}
