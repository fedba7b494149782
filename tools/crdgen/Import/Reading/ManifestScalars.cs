using System.Globalization;
using System.Numerics;
using System.Text.RegularExpressions;
using Crdgen.Reading;

namespace Crdgen.Import.Reading;

/// <summary>
/// What kubectl takes an unquoted scalar for: it reads YAML 1.1, where <c>yes</c> is true, <c>0644</c> is octal and <c>1_000</c> is a number.
/// A quoted scalar is the string that it is.
/// </summary>
internal static partial class ManifestScalars
{
    /// <summary>The scalar as kubectl reads it. A number's text is decimal; it has no digits of its own beyond the ones written.</summary>
    public static Node Resolve(Node scalar) => scalar switch
    {
        { IsPlain: false } => scalar,
        { Kind: NodeKind.Text, Text: "y" or "Y" or "yes" or "Yes" or "YES" or "on" or "On" or "ON" } => Node.Plain(NodeKind.Boolean, "true", scalar.Line),
        { Kind: NodeKind.Text, Text: "n" or "N" or "no" or "No" or "NO" or "off" or "Off" or "OFF" } => Node.Plain(NodeKind.Boolean, "false", scalar.Line),
        { Kind: NodeKind.Text } when Number(scalar.Text) is { } number => Node.Plain(NodeKind.Number, number, scalar.Line),
        _ => scalar,
    };

    private static string? Number(string text)
    {
        var plain = text.Replace("_", "", StringComparison.Ordinal);
        var sign = plain.StartsWith('-') ? "-" : "";
        var digits = plain.TrimStart('-', '+');
        if (plain.Length - digits.Length > 1 || digits.Length is 0 or > 400)
        {
            return null;
        }

        var integer = digits switch
        {
            _ when digits.StartsWith("0x", StringComparison.OrdinalIgnoreCase) => Integer(digits.AsSpan(2), 16),
            _ when digits.StartsWith("0o", StringComparison.OrdinalIgnoreCase) => Integer(digits.AsSpan(2), 8),
            _ when digits.StartsWith("0b", StringComparison.OrdinalIgnoreCase) => Integer(digits.AsSpan(2), 2),
            _ when digits[0] == '0' => Integer(digits, 8) ?? Integer(digits, 10),
            _ => Integer(digits, 10),
        };
        if (integer is { } value)
        {
            return sign + value.ToString(CultureInfo.InvariantCulture);
        }

        return FloatText().IsMatch(digits) && double.TryParse(plain, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)
            ? number.ToString("R", CultureInfo.InvariantCulture)
            : null;
    }

    private static BigInteger? Integer(ReadOnlySpan<char> digits, int radix)
    {
        var value = BigInteger.Zero;
        foreach (var c in digits)
        {
            var digit = char.IsAsciiHexDigit(c) ? Convert.ToInt32(c.ToString(), 16) : radix;
            if (digit >= radix)
            {
                return null;
            }

            value = (value * radix) + digit;
        }

        return digits.Length == 0 ? null : value;
    }

    [GeneratedRegex(@"^(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?\z", RegexOptions.ExplicitCapture, 60_000)]
    private static partial Regex FloatText();
}
