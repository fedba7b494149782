using Hardening.Preview.Checks;
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
        var findings = new List<Finding>();
        var skipped = new UncheckedParts();
        var duplicates = new DuplicateObjects();
        var metadata = catalog.ObjectMeta;
        foreach (var resource in stack.Resources)
        {
            if (!resource.IsManifest)
            {
                continue;
            }

            var table = catalog.Find(resource.ApiVersion!, resource.Kind!, resource.ClrType.Assembly);
            if (table is null)
            {
                skipped.AddKind(resource);
            }
            else
            {
                CheckSchema(resource, table, metadata, findings, skipped);
            }

            ObjectRules.Check(resource, table?.IsNamespaced, findings);
            duplicates.Check(resource, findings);
        }

        skipped.Report(findings);
        return findings;
    }

    private static void CheckSchema(CapturedResource resource, SchemaTable table, SchemaTable? metadata, List<Finding> findings, UncheckedParts skipped)
    {
        var validation = new SchemaValidation(resource.IsPatch);
        validation.CheckObject(resource.Inputs, table.Root, metadata?.Root);
        foreach (var problem in validation.Problems)
        {
            findings.Add(Finding.About(resource, problem.Id, FindingSeverity.Error, problem.Path, problem.Message, problem.Fix));
        }

        skipped.AddParts(resource, validation);
    }
}
