using System.Globalization;

namespace Hardening.Preview;

/// <summary>A captured stack as the tree that Pulumi users know, as data: columns type, name, plan and info.</summary>
public sealed class PreviewTree
{
    private PreviewTree(CapturedStack stack, IReadOnlyList<PreviewRow> rows)
    {
        Stack = stack;
        Rows = rows;
    }

    /// <summary>The stack.</summary>
    public CapturedStack Stack { get; }

    /// <summary>One row a resource: parents before children, children in program order.</summary>
    public IReadOnlyList<PreviewRow> Rows { get; }

    /// <summary>How many resources there are for each operation; components and providers count, as in Pulumi.</summary>
    public IReadOnlyDictionary<PreviewOperation, int> Counts
        => Rows.GroupBy(static row => row.Operation).ToDictionary(static group => group.Key, static group => group.Count());

    /// <summary>Makes the tree.</summary>
    /// <param name="stack">The captured stack.</param>
    /// <param name="findings">Findings to count in the rows, such as those of <see cref="ManifestChecks"/>.</param>
    public static PreviewTree Build(CapturedStack stack, IEnumerable<Finding> findings)
    {
        ArgumentNullException.ThrowIfNull(stack);
        ArgumentNullException.ThrowIfNull(findings);
        var bySource = findings.Where(static finding => finding.Source is not null).ToLookup(static finding => finding.Source!);
        var rows = new List<PreviewRow>(stack.Resources.Count);
        var roots = stack.Resources.Where(static resource => resource.Parent is null).ToList();
        foreach (var root in roots)
        {
            Add(root, "", "", bySource, rows);
        }

        return new PreviewTree(stack, rows);
    }

    private static void Add(CapturedResource resource, string branch, string indent, ILookup<CapturedResource, Finding> findings, List<PreviewRow> rows)
    {
        var errors = findings[resource].Count(static finding => finding.Severity == FindingSeverity.Error);
        var warnings = findings[resource].Count(static finding => finding.Severity == FindingSeverity.Warning);
        var operation = resource.IsRead ? PreviewOperation.Read : resource.IsPatch ? PreviewOperation.Patch : PreviewOperation.Create;
        rows.Add(new PreviewRow(resource, branch, operation, Info(resource, errors, warnings), errors, warnings));
        for (var i = 0; i < resource.Children.Count; i++)
        {
            var isLast = i == resource.Children.Count - 1;
            Add(resource.Children[i], indent + (isLast ? "└─ " : "├─ "), indent + (isLast ? "   " : "│  "), findings, rows);
        }
    }

    private static string Info(CapturedResource resource, int errors, int warnings)
    {
        var parts = new List<string>();
        if (resource.Protect)
        {
            parts.Add("[protect]");
        }

        if (resource.RetainOnDelete)
        {
            parts.Add("[retain]");
        }

        if (errors > 0)
        {
            parts.Add(Count(errors, "error"));
        }

        if (warnings > 0)
        {
            parts.Add(Count(warnings, "warning"));
        }

        return string.Join(' ', parts);
    }

    private static string Count(int count, string what) => string.Create(CultureInfo.InvariantCulture, $"{count} {what}{(count == 1 ? "" : "s")}");
}
