using System.Globalization;
using Hardening.Primitives;

namespace Hardening.Preview.Schemas;

/// <summary>
/// Checks one object against a schema the way the API server does with strict field validation. What is unknown before the deployment is passed
/// over and counted; CEL rules are collected, not evaluated.
/// </summary>
internal sealed class SchemaValidation(bool isPatch)
{
    private readonly ValuePath _path = new();
    private HashSet<string>? _rules;
    private bool _isSecret;

    // Inside oneOf, anyOf and not a schema states conditions on values; which members exist is the outer schema's matter.
    private int _conditionDepth;

    public List<SchemaProblem> Problems { get; private set; } = [];

    public int Unknowns { get; private set; }

    /// <summary>The CEL rules that concern the object.</summary>
    public IReadOnlyCollection<string> Rules => _rules as IReadOnlyCollection<string> ?? [];

    /// <summary>Checks a whole object, its metadata with a schema of its own.</summary>
    public void CheckObject(CapturedValue value, SchemaNode schema, SchemaNode? metadata)
    {
        var keywords = schema.Keywords;
        Collect(keywords);
        CheckMembers(value, schema, isRoot: true, metadata);
        CheckConditions(value, keywords);
    }

    public void Check(CapturedValue value, SchemaNode schema)
    {
        var keywords = schema.Keywords;
        Collect(keywords);
        if (value.IsUnknown)
        {
            Unknowns++;
            return;
        }

        var outerSecret = _isSecret;
        _isSecret |= value.IsSecret;
        CheckKnown(value, schema, keywords);
        _isSecret = outerSecret;
    }

    private void Collect(SchemaKeywords keywords)
    {
        foreach (var rule in keywords.Rules)
        {
            (_rules ??= new(StringComparer.Ordinal)).Add(rule);
        }
    }

    private void CheckKnown(CapturedValue value, SchemaNode schema, SchemaKeywords keywords)
    {
        if (value.Kind == CapturedKind.Null)
        {
            if (!keywords.Nullable && keywords.Type is not null)
            {
                Add(FindingIds.SchemaType, $"must be {SchemaText.Type(keywords)}, not null", null);
            }

            return;
        }

        if (!SchemaText.HasType(value, keywords))
        {
            Add(FindingIds.SchemaType, $"must be {SchemaText.Type(keywords)}{Got(value)}", null);
            return;
        }

        if (keywords.Enum.Length > 0 && !Array.Exists(keywords.Enum, allowed => CapturedEquality.Same(allowed, value)))
        {
            var allowed = keywords.Enum.Select(SchemaText.Show).ToList();
            var meant = value.Text is { } text ? DidYouMean.Suggest(text, keywords.Enum.Select(static item => item.Text).OfType<string>()) : null;
            Add(FindingIds.SchemaEnum, $"must be one of {string.Join(", ", allowed)}{Got(value)}", meant is null ? null : $"did you mean \"{meant}\"?");
        }

        switch (value.Kind)
        {
            case CapturedKind.Text:
                CheckText(value, keywords);
                break;
            case CapturedKind.Number:
                CheckNumber(value, keywords);
                break;
            case CapturedKind.List:
                CheckItems(value, keywords);
                break;
            case CapturedKind.Map:
                CheckMembers(value, schema, isRoot: false, metadata: null);
                break;
        }

        CheckConditions(value, keywords);
    }

    private void CheckText(CapturedValue value, SchemaKeywords keywords)
    {
        var text = value.Text!;
        if (keywords.MinLength is not null || keywords.MaxLength is not null)
        {
            CheckCount(SchemaText.Length(text), keywords.MinLength, keywords.MaxLength, "character(s)");
        }

        if (keywords.Pattern is { } pattern && !pattern.IsMatch(text))
        {
            Add(FindingIds.SchemaPattern, $"must match {pattern.Text}{Got(value)}", null);
        }

        if (keywords.Format is { } format && SchemaFormats.Violation(text, format) is { } violation)
        {
            Add(FindingIds.SchemaFormat, $"must be {violation}{Got(value)}", null);
        }
    }

    private void CheckNumber(CapturedValue value, SchemaKeywords keywords)
    {
        var number = value.Number;
        if (!double.IsFinite(number))
        {
            Add(FindingIds.SchemaType, "must be a finite number", null);
            return;
        }

        if (keywords.Minimum is { } minimum && (number < minimum || (keywords.ExclusiveMinimum && number == minimum)))
        {
            Add(FindingIds.SchemaBound, $"must be {(keywords.ExclusiveMinimum ? "more than" : "at least")} {SchemaText.Show(minimum)}{Got(value)}", null);
        }

        if (keywords.Maximum is { } maximum && (number > maximum || (keywords.ExclusiveMaximum && number == maximum)))
        {
            Add(FindingIds.SchemaBound, $"must be {(keywords.ExclusiveMaximum ? "less than" : "at most")} {SchemaText.Show(maximum)}{Got(value)}", null);
        }

        if (keywords.MultipleOf is { } step && step > 0 && Math.IEEERemainder(number, step) != 0)
        {
            Add(FindingIds.SchemaBound, $"must be a multiple of {SchemaText.Show(step)}{Got(value)}", null);
        }

        if (SchemaFormats.Violation(number, keywords) is { } violation)
        {
            Add(FindingIds.SchemaFormat, $"must be {violation}{Got(value)}", null);
        }
    }

    private void CheckItems(CapturedValue value, SchemaKeywords keywords)
    {
        var items = value.ItemSpan;
        CheckCount(items.Length, keywords.MinItems, keywords.MaxItems, "item(s)");
        if (keywords.UniqueItems)
        {
            for (var i = 1; i < items.Length; i++)
            {
                for (var j = 0; j < i; j++)
                {
                    if (!items[i].IsUnknown && CapturedEquality.Same(items[i], items[j]))
                    {
                        Add(FindingIds.SchemaUnique, string.Create(CultureInfo.InvariantCulture, $"items {j} and {i} are the same, and each may occur once"), "remove one of them");
                    }
                }
            }
        }

        if (keywords.Items is { } schema)
        {
            for (var i = 0; i < items.Length; i++)
            {
                _path.Push(i);
                Check(items[i], schema);
                _path.Pop();
            }
        }
    }

    private void CheckMembers(CapturedValue value, SchemaNode schema, bool isRoot, SchemaNode? metadata)
    {
        var keywords = schema.Keywords;
        var isObject = isRoot || keywords.IsEmbeddedResource;
        CheckCount(value.MemberSpan.Length, keywords.MinProperties, keywords.MaxProperties, "member(s)");
        foreach (ref readonly var member in value.MemberSpan)
        {
            if (isRoot && metadata is not null && member.Name == "metadata")
            {
                CheckMember(member, metadata);
            }
            else if (keywords.Properties is not null && keywords.Properties.TryGetValue(member.Name, out var property))
            {
                CheckMember(member, property);
            }
            else if (keywords.AdditionalProperties is { } additional)
            {
                CheckMember(member, additional);
            }
            else if (!IsAllowed(member.Name, schema, keywords, isObject))
            {
                AddUnknownField(member.Name, keywords);
            }
        }

        if (!isPatch)
        {
            CheckRequired(value, keywords);
        }
    }

    private void CheckMember(in CapturedMember member, SchemaNode schema)
    {
        _path.Push(member.Name);
        Check(member.Value, schema);
        _path.Pop();
    }

    private bool IsAllowed(string name, SchemaNode schema, SchemaKeywords keywords, bool isObject)
    {
        if (_conditionDepth > 0 || keywords.PreservesUnknown || keywords.AllowsAdditional == true || (isObject && name is "apiVersion" or "kind" or "metadata"))
        {
            return true;
        }

        return keywords.Properties is null && keywords.AllowsAdditional is null && (keywords.Type != "object" || !schema.Table.IsStrict || keywords.AllOf.Length > 0);
    }

    private void AddUnknownField(string name, SchemaKeywords keywords)
    {
        var meant = keywords.Properties is null ? null : DidYouMean.Suggest(name, keywords.Properties.Keys);
        Problems.Add(new SchemaProblem(FindingIds.SchemaUnknownField, _path.With(name), "the schema has no such field", meant is null ? "remove it" : $"did you mean \"{meant}\"?"));
    }

    private void CheckRequired(CapturedValue value, SchemaKeywords keywords)
    {
        foreach (var name in keywords.Required)
        {
            if (value[name] is null && !(keywords.Properties?.TryGetValue(name, out var property) == true && property.Keywords.HasDefault))
            {
                Problems.Add(new SchemaProblem(FindingIds.SchemaRequired, _path.With(name), "is required", "set it"));
            }
        }
    }

    private void CheckConditions(CapturedValue value, SchemaKeywords keywords)
    {
        if (isPatch || (keywords.AllOf.Length | keywords.AnyOf.Length | keywords.OneOf.Length) == 0 && keywords.Not is null)
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

        if (keywords.Not is { } forbidden && ProblemsOf(value, forbidden) is { Count: 0 } && !value.ContainsUnknown())
        {
            Add(FindingIds.SchemaCondition, $"has a form that the schema forbids{SchemaText.Hint(forbidden.Keywords)}", null);
        }

        _conditionDepth--;
    }

    private void CheckAlternatives(CapturedValue value, SchemaNode[] alternatives, bool isExclusive)
    {
        var unknowns = Unknowns;
        var matching = alternatives.Count(alternative => ProblemsOf(value, alternative).Count == 0);
        if (matching == 0)
        {
            var hints = string.Join(" or ", alternatives.Select(static alternative => SchemaText.Alternative(alternative.Keywords)).Distinct(StringComparer.Ordinal));
            Add(FindingIds.SchemaCondition, $"fits none of the forms that the schema allows: {hints}{Got(value)}", null);
        }
        else if (isExclusive && matching > 1 && Unknowns == unknowns)
        {
            var hints = string.Join(", ", alternatives.Select(static alternative => SchemaText.Alternative(alternative.Keywords)).Distinct(StringComparer.Ordinal));
            Add(FindingIds.SchemaCondition, string.Create(CultureInfo.InvariantCulture, $"fits {matching} of the forms of which the schema allows one: {hints}"), "keep one of them");
        }
    }

    private List<SchemaProblem> ProblemsOf(CapturedValue value, SchemaNode schema)
    {
        var outer = Problems;
        Problems = [];
        Check(value, schema);
        var found = Problems;
        Problems = outer;
        return found;
    }

    private void CheckCount(int count, int? least, int? most, string what)
    {
        if (count < least)
        {
            Add(FindingIds.SchemaBound, string.Create(CultureInfo.InvariantCulture, $"must have at least {least} {what}, and has {count}"), null);
        }

        if (count > most)
        {
            Add(FindingIds.SchemaBound, string.Create(CultureInfo.InvariantCulture, $"must have at most {most} {what}, and has {count}"), null);
        }
    }

    private string Got(CapturedValue value) => value.Kind is CapturedKind.List or CapturedKind.Map ? ""
        : _isSecret ? " (the value is secret)"
        : $" (got {SchemaText.Show(value)})";

    private void Add(string id, string message, string? fix) => Problems.Add(new SchemaProblem(id, _path.ToString(), message, fix));
}
