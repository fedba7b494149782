using System.Globalization;

namespace Hardening.Preview.Schemas;

/// <summary>The keywords that concern a single text or number, and counts.</summary>
internal static class ScalarChecks
{
    /// <summary>How far a quotient may be from a whole number, as for the API server.</summary>
    private const double Tolerance = 1e-9;

    public static void CheckText(CapturedValue value, SchemaKeywords keywords, bool isStrict, Violations found)
    {
        var text = value.Text!;
        if (keywords.MinLength is not null || keywords.MaxLength is not null)
        {
            CheckCount(SchemaText.Length(text), keywords.MinLength, keywords.MaxLength, "character(s)", found);
        }

        if (keywords.Pattern is { } pattern && !pattern.IsMatch(text) && found.Records())
        {
            found.Add(FindingIds.SchemaPattern, $"must match {pattern.Text}{found.Got(value)}");
        }

        if (keywords.Format is { } format && SchemaFormats.Violation(text, format, isStrict) is { } violation && found.Records())
        {
            found.Add(FindingIds.SchemaFormat, $"must be {violation}{found.Got(value)}");
        }
    }

    public static void CheckNumber(CapturedValue value, SchemaKeywords keywords, Violations found)
    {
        var number = value.Number;
        if (!double.IsFinite(number))
        {
            if (found.Records())
            {
                found.Add(FindingIds.SchemaType, "must be a finite number");
            }

            return;
        }

        if (keywords.Minimum is { } minimum && (number < minimum || (keywords.ExclusiveMinimum && number == minimum)) && found.Records())
        {
            found.Add(FindingIds.SchemaBound, $"must be {(keywords.ExclusiveMinimum ? "more than" : "at least")} {SchemaText.Show(minimum)}{found.Got(value)}");
        }

        if (keywords.Maximum is { } maximum && (number > maximum || (keywords.ExclusiveMaximum && number == maximum)) && found.Records())
        {
            found.Add(FindingIds.SchemaBound, $"must be {(keywords.ExclusiveMaximum ? "less than" : "at most")} {SchemaText.Show(maximum)}{found.Got(value)}");
        }

        if (keywords.MultipleOf is { } step && step > 0 && !IsMultiple(number, step) && found.Records())
        {
            found.Add(FindingIds.SchemaBound, $"must be a multiple of {SchemaText.Show(step)}{found.Got(value)}");
        }

        if (SchemaFormats.Violation(number, keywords) is { } violation && found.Records())
        {
            found.Add(FindingIds.SchemaFormat, $"must be {violation}{found.Got(value)}");
        }
    }

    public static void CheckCount(int count, int? least, int? most, string what, Violations found)
    {
        if (count < least && found.Records())
        {
            found.Add(FindingIds.SchemaBound, string.Create(CultureInfo.InvariantCulture, $"must have at least {least} {what}") + Has(count, found.IsSecret));
        }

        if (count > most && found.Records())
        {
            found.Add(FindingIds.SchemaBound, string.Create(CultureInfo.InvariantCulture, $"must have at most {most} {what}") + Has(count, found.IsSecret));
        }
    }

    private static string Has(int count, bool isSecret) => isSecret ? " (the value is secret)" : string.Create(CultureInfo.InvariantCulture, $", and has {count}");

    private static bool IsMultiple(double number, double step)
    {
        var quotient = step < 1 ? 1 / step * number : number / step;
        return Math.Abs(quotient - Math.Round(quotient)) <= Tolerance * Math.Max(1, Math.Abs(quotient));
    }
}
