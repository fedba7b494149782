using System.Globalization;

namespace Hardening.Preview.Schemas;

/// <content><c>allOf</c>, <c>anyOf</c>, <c>oneOf</c> and <c>not</c>.</content>
internal sealed partial class SchemaValidation
{
    private void CheckConditions(CapturedValue value, SchemaKeywords keywords)
    {
        if (isPatch || ((keywords.AllOf.Length | keywords.AnyOf.Length | keywords.OneOf.Length) == 0 && keywords.Not is null))
        {
            return;
        }

        _conditionDepth++;
        foreach (var schema in keywords.AllOf)
        {
            Check(value, schema);
        }

        if (keywords.AnyOf.Length > 0)
        {
            CheckAlternatives(value, keywords.AnyOf, isExclusive: false);
        }

        if (keywords.OneOf.Length > 0)
        {
            CheckAlternatives(value, keywords.OneOf, isExclusive: true);
        }

        if (keywords.Not is { } forbidden && Fits(value, forbidden, out var isCertain) && isCertain && _found.Records())
        {
            _found.Add(FindingIds.SchemaCondition, $"has a form that the schema forbids{SchemaText.Hint(forbidden.Keywords)}");
        }

        _conditionDepth--;
    }

    private void CheckAlternatives(CapturedValue value, SchemaNode[] alternatives, bool isExclusive)
    {
        var (fitting, certain) = (0, 0);
        foreach (var alternative in alternatives)
        {
            if (Fits(value, alternative, out var isCertain))
            {
                fitting++;
                certain += isCertain ? 1 : 0;
            }
        }

        if (fitting == 0 && _found.Records())
        {
            _found.Add(FindingIds.SchemaCondition, $"fits none of the forms that the schema allows: {Hints(alternatives, " or ")}{_found.Got(value)}");
        }
        else if (isExclusive && certain > 1 && _found.Records())
        {
            _found.Add(FindingIds.SchemaCondition, string.Create(CultureInfo.InvariantCulture, $"fits {certain} of the forms of which the schema allows one: {Hints(alternatives, ", ")}"), "keep one of them");
        }
    }

    private static string Hints(SchemaNode[] alternatives, string separator)
        => string.Join(separator, alternatives.Select(static alternative => SchemaText.Alternative(alternative.Keywords)).Distinct(StringComparer.Ordinal));

    /// <summary>Whether the value fits, as far as it is known.</summary>
    private bool Fits(CapturedValue value, SchemaNode schema, out bool isCertain)
    {
        var (unknowns, doubts, count) = (Unknowns, _doubts, _found.Count);
        _found.StartTrial();
        Check(value, schema);
        var fits = _found.Count == count;
        _found.EndTrial(count);
        isCertain = _doubts == doubts;
        Unknowns = unknowns;
        return fits;
    }
}
