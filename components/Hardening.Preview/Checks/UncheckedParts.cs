using System.Globalization;
using Hardening.Preview.Schemas;

namespace Hardening.Preview.Checks;

/// <summary>What the checks had to leave out, so that their silence is not taken for approval.</summary>
internal sealed class UncheckedParts
{
    private readonly SortedDictionary<string, int> _kinds = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, SortedSet<string>> _rules = new(StringComparer.Ordinal);
    private readonly List<Finding> _unknowns = [];

    public void AddKind(CapturedResource resource)
    {
        var kind = KindOf(resource);
        _kinds[kind] = _kinds.GetValueOrDefault(kind) + 1;
    }

    public void AddParts(CapturedResource resource, SchemaValidation validation)
    {
        if (validation.Rules.Count > 0)
        {
            var kind = KindOf(resource);
            if (!_rules.TryGetValue(kind, out var rules))
            {
                _rules.Add(kind, rules = new SortedSet<string>(StringComparer.Ordinal));
            }

            rules.UnionWith(validation.Rules);
        }

        if (validation.Unknowns > 0)
        {
            _unknowns.Add(Finding.About(resource, FindingIds.UnknownNotChecked, FindingSeverity.Info, null,
                string.Create(CultureInfo.InvariantCulture, $"{validation.Unknowns} value(s) are not known before the deployment and were not checked")));
        }
    }

    public void Report(List<Finding> findings)
    {
        findings.AddRange(_unknowns);
        foreach (var (kind, count) in _kinds)
        {
            findings.Add(new Finding(FindingIds.KindNotChecked, FindingSeverity.Info, null, null,
                string.Create(CultureInfo.InvariantCulture, $"{kind} has no schema table, so that the fields of {count} object(s) were not checked"),
                "generate its types with crdgen, which embeds the table"));
        }

        foreach (var (kind, rules) in _rules)
        {
            foreach (var rule in rules)
            {
                findings.Add(new Finding(FindingIds.RuleNotEvaluated, FindingSeverity.Info, null, null, $"{kind}: CEL rule not evaluated: {rule}", null));
            }
        }
    }

    private static string KindOf(CapturedResource resource) => $"{resource.Kind} ({resource.ApiVersion})";
}
