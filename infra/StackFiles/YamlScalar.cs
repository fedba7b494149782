using System.Globalization;
using System.Text.RegularExpressions;

namespace Hardening.Infra.StackFiles;

/// <summary>
/// What a plain YAML scalar is to Pulumi, whose stack files are read by Go's yaml.v3: its core types with that library's extensions
/// (0x, 0o, 0b and leading-zero octal integers, underscores, timestamps). <c>yes</c>, <c>no</c>, <c>on</c> and <c>off</c> are strings.
/// </summary>
internal static partial class YamlScalar
{
    private const NumberStyles FloatStyle = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;

    /// <summary>Resolves an unquoted scalar without a tag.</summary>
    /// <returns>The value; null when it is a number that JSON cannot hold (infinity, not a number).</returns>
    public static ConfigNode? Resolve(string text, int line, int column)
    {
        switch (text)
        {
            case "" or "~" or "null" or "Null" or "NULL":
                return ConfigNode.Null(line, column);
            case "true" or "True" or "TRUE":
                return ConfigNode.Bool(true, line, column);
            case "false" or "False" or "FALSE":
                return ConfigNode.Bool(false, line, column);
            case ".nan" or ".NaN" or ".NAN" or ".inf" or ".Inf" or ".INF" or "+.inf" or "+.Inf" or "+.INF" or "-.inf" or "-.Inf" or "-.INF":
                return null;
            default:
                break;
        }

        if (text[0] is not ('+' or '-' or '.' or (>= '0' and <= '9')))
            return ConfigNode.String(text, line, column);
        if (text[0] is not '.')
        {
            if (YamlTimestamp.TryFormat(text, out var timestamp))
                return ConfigNode.String(timestamp, line, column);
            if (TryInteger(text.Replace("_", "", StringComparison.Ordinal), out var integer))
                return ConfigNode.Number(integer, line, column);
        }

        var plain = text[0] is '.' ? text : text.Replace("_", "", StringComparison.Ordinal);
        if (!Float().IsMatch(plain))
            return ConfigNode.String(text, line, column);
        var number = double.Parse(plain, FloatStyle, CultureInfo.InvariantCulture);
        return double.IsFinite(number) ? ConfigNode.Number(JsonNumber.Format(number), line, column) : ConfigNode.String(text, line, column);
    }

    /// <summary>Go's integers in any base with its prefixes; a leading zero means octal. Beyond 64 bits nothing is an integer.</summary>
    internal static bool TryInteger(string plain, out string canonical)
    {
        canonical = "";
        var negative = plain[0] is '-';
        var digits = plain[0] is '-' or '+' ? plain[1..] : plain;
        if (digits.Length == 0)
            return false;
        var radix = 10;
        if (digits.Length > 1 && digits[0] is '0')
        {
            radix = digits[1] switch { 'x' or 'X' => 16, 'b' or 'B' => 2, _ => 8 };
            digits = digits[1] is 'x' or 'X' or 'b' or 'B' or 'o' or 'O' ? digits[2..] : digits[1..];
            if (digits.Length == 0)
                return false;
        }

        UInt128 value = 0;
        foreach (var c in digits)
        {
            var digit = char.IsAsciiHexDigit(c) ? Convert.ToInt32(c.ToString(), 16) : 99;
            if (digit >= radix)
                return false;
            value = (value * (uint)radix) + (uint)digit;
            if (value > ulong.MaxValue)
                return false;
        }

        if (negative && value > (UInt128)long.MaxValue + 1)
            return false;
        if (!negative && value > long.MaxValue && plain[0] is '+')
            return false;
        if (value > long.MaxValue && !negative)
        {
            // Above 63 bits the engine's way through JSON makes a float of it.
            canonical = JsonNumber.Format((double)(ulong)value);
            return true;
        }

        var text = ((ulong)value).ToString(CultureInfo.InvariantCulture);
        canonical = negative && value != 0 ? "-" + text : text;
        return true;
    }

    [GeneratedRegex(@"^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 60_000)]
    private static partial Regex Float();
}
