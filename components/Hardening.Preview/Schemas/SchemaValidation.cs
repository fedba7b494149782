using Hardening.Primitives;

namespace Hardening.Preview.Schemas;

/// <summary>
/// Checks one object against a schema the way the API server does after defaulting and pruning (apiextensions-apiserver, kube-openapi). What is
/// unknown before the deployment is passed over and counted; CEL rules are collected, not evaluated.
/// </summary>
internal sealed partial class SchemaValidation(bool isPatch)
{
    // Schemas may refer to themselves in conditions, where no value ends the recursion; real objects come near neither.
    private const int MaximumDepth = 400;
    private const int MaximumSteps = 5_000_000;
    private const string CutOff = "what is nested more than 400 deep, or needs more than 5,000,000 steps";

    private readonly Violations _found = new();
    private HashSet<string>? _rules;
    private HashSet<string>? _unchecked;
    private SchemaNode? _metadata;
    private int _depth;
    private int _steps;

    // What cannot be decided here: an alternative that met some of it is neither right nor wrong for certain.
    private int _doubts;

    // Inside oneOf, anyOf and not a schema states conditions on values; which members exist is the outer schema's matter.
    private int _conditionDepth;

    public List<SchemaProblem> Problems => _found.Problems;

    public int Unknowns { get; private set; }

    /// <summary>The CEL rules that concern the object.</summary>
    public IReadOnlyCollection<string> Rules => _rules as IReadOnlyCollection<string> ?? [];

    /// <summary>What else of the schema concerns the object and is not checked, in words.</summary>
    public IReadOnlyCollection<string> Unchecked => _unchecked as IReadOnlyCollection<string> ?? [];

    /// <summary>Checks a whole object, its metadata with a schema of its own.</summary>
    public void CheckObject(CapturedValue value, SchemaNode schema, SchemaNode? metadata)
    {
        _metadata = metadata;
        if (!isPatch)
        {
            value = new SchemaDefaults().Apply(value, schema);
        }

        var keywords = schema.Keywords;
        Collect(keywords);
        CheckMembers(value, schema, isRoot: true);
        CheckConditions(value, keywords);
    }

    public void Check(CapturedValue value, SchemaNode schema)
    {
        if (++_steps > MaximumSteps || _depth == MaximumDepth)
        {
            LeaveOut(CutOff);
            return;
        }

        var keywords = schema.Keywords;
        Collect(keywords);
        if (value.IsUnknown)
        {
            Unknowns++;
            _doubts++;
            return;
        }

        var outerSecret = _found.IsSecret;
        _found.IsSecret |= value.IsSecret;
        _depth++;
        CheckKnown(value, schema, keywords);
        _depth--;
        _found.IsSecret = outerSecret;
    }

    private void Collect(SchemaKeywords keywords)
    {
        foreach (var rule in keywords.Rules)
        {
            (_rules ??= new(StringComparer.Ordinal)).Add(rule);
        }
    }

    private void LeaveOut(string part)
    {
        _doubts++;
        (_unchecked ??= new(StringComparer.Ordinal)).Add(part);
    }

    private void CheckKnown(CapturedValue value, SchemaNode schema, SchemaKeywords keywords)
    {
        if (value.Kind == CapturedKind.Null)
        {
            CheckNull(value, keywords);
            return;
        }

        if (!SchemaText.HasType(value, keywords))
        {
            if (_found.Records())
            {
                _found.Add(FindingIds.SchemaType, $"must be {SchemaText.Type(keywords)}{_found.Got(value)}");
            }

            return;
        }

        if (keywords.Enum.Length > 0 && !IsListed(value, keywords.Enum))
        {
            AddEnum(value, keywords);
        }

        switch (value.Kind)
        {
            case CapturedKind.Text:
                ScalarChecks.CheckText(value, keywords, schema.Table.IsStrict, _found);
                LeaveOutOf(keywords);
                break;
            case CapturedKind.Number:
                ScalarChecks.CheckNumber(value, keywords, _found);
                break;
            case CapturedKind.List:
                CheckItems(value, keywords);
                break;
            case CapturedKind.Map:
                CheckMembers(value, schema, isRoot: false);
                break;
        }

        CheckConditions(value, keywords);
    }

    /// <summary>No list of values has null for the API server, not even one that names it.</summary>
    private void CheckNull(CapturedValue value, SchemaKeywords keywords)
    {
        if (!keywords.Nullable && (keywords.Type is not null || keywords.IsIntOrString))
        {
            if (_found.Records())
            {
                _found.Add(FindingIds.SchemaType, $"must be {SchemaText.Type(keywords)}, not null");
            }
        }
        else if (keywords.Enum.Length > 0)
        {
            AddEnum(value, keywords);
        }
    }

    private static bool IsListed(CapturedValue value, CapturedValue[] values)
    {
        foreach (var listed in values)
        {
            if (CapturedEquality.Same(listed, value))
            {
                return true;
            }
        }

        return value.ContainsUnknown();
    }

    private void AddEnum(CapturedValue value, SchemaKeywords keywords)
    {
        if (!_found.Records())
        {
            return;
        }

        // A suggestion would tell what a secret resembles.
        var meant = value.Text is { } text && !_found.IsSecret ? DidYouMean.Suggest(text, keywords.Enum.Select(static item => item.Text).OfType<string>()) : null;
        _found.Add(FindingIds.SchemaEnum, $"must be one of {string.Join(", ", keywords.Enum.Select(SchemaText.Show))}{_found.Got(value)}", meant is null ? null : $"did you mean \"{meant}\"?");
    }

    private void LeaveOutOf(SchemaKeywords keywords)
    {
        if (keywords.Pattern is { IsChecked: false } pattern)
        {
            LeaveOut("pattern " + pattern.Text);
        }
    }

    private void CheckItems(CapturedValue value, SchemaKeywords keywords)
    {
        var items = value.ItemSpan;
        ScalarChecks.CheckCount(items.Length, keywords.MinItems, keywords.MaxItems, "item(s)", _found);
        if (keywords.ForbidsRepeats)
        {
            RepeatedItems.Check(value, keywords, _found);
        }

        if (keywords.Items is { } schema)
        {
            for (var i = 0; i < items.Length; i++)
            {
                _found.Path.Push(i);
                Check(items[i], schema);
                _found.Path.Pop();
            }
        }
    }
}
