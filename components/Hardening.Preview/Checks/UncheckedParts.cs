using System.Globalization;
using Hardening.Preview.Schemas;

namespace Hardening.Preview.Checks;

/// <summary>What the checks had to leave out, so that their silence is not taken for approval.</summary>
internal sealed class UncheckedParts
{
    private readonly Dictionary<string, List<CapturedResource>> _kinds = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<string>> _rules = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<string>> _parts = new(StringComparer.Ordinal);
    private readonly List<Finding> _unknowns = [];

    public void AddKind(CapturedResource resource)
    {
        var kind = KindOf(resource);
        if (!_kinds.TryGetValue(kind, out var resources))
        {
            _kinds.Add(kind, resources = []);
        }

        resources.Add(resource);
    }

    public void AddParts(CapturedResource resource, SchemaValidation validation)
    {
        Add(_rules, resource, validation.Rules);
        Add(_parts, resource, validation.Unchecked);

        if (validation.Unknowns > 0)
        {
            _unknowns.Add(Finding.About(resource, FindingIds.UnknownNotChecked, FindingSeverity.Info, null,
                string.Create(CultureInfo.InvariantCulture, $"{validation.Unknowns} value(s) are not known before the deployment and were not checked")));
        }
    }

    public void Report(List<Finding> findings)
    {
        findings.AddRange(_unknowns);
        foreach (var kind in _kinds.Keys.Order(StringComparer.Ordinal))
        {
            findings.Add(new Finding(FindingIds.KindNotChecked, FindingSeverity.Info, null, null,
                string.Create(CultureInfo.InvariantCulture, $"{kind} has no schema table, so that the fields of {_kinds[kind].Count} object(s) were not checked"),
                "generate its types with crdgen, which embeds the table"));
        }

        foreach (var kind in _rules.Keys.Order(StringComparer.Ordinal))
        {
            foreach (var rule in _rules[kind].Order(StringComparer.Ordinal))
            {
                findings.Add(new Finding(FindingIds.RuleNotEvaluated, FindingSeverity.Info, null, null, $"{kind}: CEL rule not evaluated: {rule}", null));
            }
        }

        foreach (var kind in _parts.Keys.Order(StringComparer.Ordinal))
        {
            foreach (var part in _parts[kind].Order(StringComparer.Ordinal))
            {
                findings.Add(new Finding(FindingIds.SchemaNotChecked, FindingSeverity.Info, null, null, $"{kind}: not checked: {part}", null));
            }
        }
    }

    private static void Add(Dictionary<string, HashSet<string>> byKind, CapturedResource resource, IReadOnlyCollection<string> parts)
    {
        if (parts.Count > 0)
        {
            var kind = KindOf(resource);
            if (!byKind.TryGetValue(kind, out var known))
            {
                byKind.Add(kind, known = new HashSet<string>(StringComparer.Ordinal));
            }

            known.UnionWith(parts);
        }
    }

    private static string KindOf(CapturedResource resource) => $"{resource.Kind} ({resource.ApiVersion})";
}
