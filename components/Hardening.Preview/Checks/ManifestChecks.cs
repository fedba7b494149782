using Hardening.Preview.Checks;
using Hardening.Preview.Common;
using Hardening.Preview.Schemas;

namespace Hardening.Preview;

/// <summary>
/// Checks every captured Kubernetes object offline: against the schema table of its kind (required fields, types, enums, patterns, bounds, unknown
/// fields), and against what Kubernetes asks of any object (names, labels, scope, size, no object twice).
/// </summary>
public static class ManifestChecks
{
    /// <summary>Checks a stack.</summary>
    /// <param name="stack">The captured stack.</param>
    /// <returns>
    /// The findings in the order of the resources. What could not be checked is a note for each kind: kinds without a table, CEL rules, which are not
    /// evaluated, and values that are not known before the deployment.
    /// </returns>
    public static IReadOnlyList<Finding> Check(CapturedStack stack) => Check(stack, SchemaCatalog.Default);

    internal static IReadOnlyList<Finding> Check(CapturedStack stack, SchemaCatalog catalog)
    {
        ArgumentNullException.ThrowIfNull(stack);
        var resources = stack.Resources;
        var tables = new SchemaTable?[resources.Count];
        var validations = new SchemaValidation?[resources.Count];
        var metadata = catalog.ObjectMeta?.Root;
        TwoWorkers.For(resources.Count, i =>
        {
            if (resources[i].IsManifest && catalog.Find(resources[i].ApiVersion!, resources[i].Kind!, resources[i].ClrType.Assembly) is { } table)
            {
                tables[i] = table;
                validations[i] = new SchemaValidation(resources[i].IsPatch);
                validations[i]!.CheckObject(resources[i].Inputs, table.Root, metadata);
            }
        });

        return Report(resources, tables, validations);
    }

    private static List<Finding> Report(IReadOnlyList<CapturedResource> resources, SchemaTable?[] tables, SchemaValidation?[] validations)
    {
        var findings = new List<Finding>();
        var skipped = new UncheckedParts();
        var duplicates = new DuplicateObjects();
        for (var i = 0; i < resources.Count; i++)
        {
            var resource = resources[i];
            if (!resource.IsManifest)
            {
                continue;
            }

            if (validations[i] is { } validation)
            {
                findings.AddRange(validation.Problems.Select(problem => Finding.About(resource, problem.Id, FindingSeverity.Error, problem.Path, problem.Message, problem.Fix)));
                skipped.AddParts(resource, validation);
            }
            else
            {
                skipped.AddKind(resource);
            }

            ObjectRules.Check(resource, tables[i]?.IsNamespaced, findings);
            duplicates.Check(resource, findings);
        }

        skipped.Report(findings);
        return findings;
    }
}
