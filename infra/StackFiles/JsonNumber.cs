using System.Globalization;

namespace Hardening.Infra.StackFiles;

/// <summary>Writes a number as the engine's JSON does: shortest digits, an exponent only from 1e21 up and below 1e-6.</summary>
internal static class JsonNumber
{
    public static string Format(double value)
    {
        var shortest = value.ToString("R", CultureInfo.InvariantCulture);
        var at = shortest.IndexOf('E', StringComparison.Ordinal);
        if (value == 0 || at < 0)
            return value == 0 ? "0" : shortest;
        var sign = value < 0 ? "-" : "";
        var digits = shortest[..at].TrimStart('-').Replace(".", "", StringComparison.Ordinal);
        var exponent = int.Parse(shortest[(at + 1)..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        if (exponent is < -6 or >= 21)
        {
            var fraction = digits.Length > 1 ? "." + digits[1..] : "";
            return string.Create(CultureInfo.InvariantCulture, $"{sign}{digits[0]}{fraction}e{(exponent < 0 ? "-" : "+")}{Math.Abs(exponent)}");
        }

        if (exponent < 0)
            return sign + "0." + new string('0', -exponent - 1) + digits;
        return exponent + 1 >= digits.Length
            ? sign + digits.PadRight(exponent + 1, '0')
            : sign + digits[..(exponent + 1)] + "." + digits[(exponent + 1)..];
    }
}
