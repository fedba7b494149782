using System.Reflection;
using Hardening.Preview.Checks;
using Hardening.Preview.Common;
using Hardening.Preview.Schemas;
using Hardening.Preview.Walk;

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

    /// <summary>Checks one object without a stack: what a manifest holds, as <see cref="CapturedValue.FromTree"/> or <see cref="CapturedValue.FromJson"/> reads it.</summary>
    /// <param name="manifest">The object, with <c>apiVersion</c> and <c>kind</c>.</param>
    /// <param name="tables">
    /// The assembly that has the schema tables of generated types, asked before all others. Default: the program's own. Either way the assemblies
    /// that are loaded or referred to are asked too, so that no table needs to be registered.
    /// </param>
    /// <returns>As for a stack; no finding of <see cref="FindingSeverity.Error"/> means that nothing found would be refused or dropped.</returns>
    /// <exception cref="ArgumentException">The object has no <c>apiVersion</c> or no <c>kind</c>.</exception>
    public static IReadOnlyList<Finding> Check(CapturedValue manifest, Assembly? tables = null)
    {
        ArgumentNullException.ThrowIfNull(manifest);
        var (apiVersion, kind) = (manifest["apiVersion"]?.Text, manifest["kind"]?.Text);
        if (string.IsNullOrEmpty(apiVersion) || string.IsNullOrEmpty(kind))
        {
            throw new ArgumentException("A manifest is an object with an apiVersion and a kind.", nameof(manifest));
        }

        var resource = new CapturedResource($"kubernetes:{apiVersion}:{kind}", NameOf(manifest), typeof(CapturedValue)) { Inputs = manifest };
        var assembly = tables ?? Assembly.GetEntryAssembly() ?? typeof(ManifestChecks).Assembly;
        if (SchemaCatalog.Default.Find(apiVersion, kind, assembly) is null)
        {
            ReferencedAssemblies.EnsureLoaded(assembly);
        }

        return Check([resource], SchemaCatalog.Default, _ => assembly);
    }

    /// <summary>Checks the args of one object without a stack: those of a generated type, which know their <c>apiVersion</c> and <c>kind</c>.</summary>
    /// <param name="args">The args. Outputs in them are awaited; unknown ones are passed over and counted.</param>
    /// <returns>As for a manifest. The schema table is that of the assembly of <paramref name="args"/>.</returns>
    /// <exception cref="ArgumentException">The args have no <c>apiVersion</c> or no <c>kind</c>.</exception>
    public static async Task<IReadOnlyList<Finding>> CheckAsync(ResourceArgs args)
    {
        ArgumentNullException.ThrowIfNull(args);
        var walk = new InputWalk();
        var manifest = walk.Read(args);
        await walk.CompleteAsync(Task.Delay(Timeout.Infinite));
        manifest.DropNulls();
        return Check(manifest, args.GetType().Assembly);
    }

    internal static IReadOnlyList<Finding> Check(CapturedStack stack, SchemaCatalog catalog)
    {
        ArgumentNullException.ThrowIfNull(stack);
        return Check(stack.Resources, catalog, static resource => resource.ClrType.Assembly);
    }

    private static List<Finding> Check(IReadOnlyList<CapturedResource> resources, SchemaCatalog catalog, Func<CapturedResource, Assembly> assemblyOf)
    {
        var tables = new SchemaTable?[resources.Count];
        var validations = new SchemaValidation?[resources.Count];
        var metadata = catalog.ObjectMeta?.Root;
        TwoWorkers.For(resources.Count, i =>
        {
            if (resources[i].IsManifest && catalog.Find(resources[i].ApiVersion!, resources[i].Kind!, assemblyOf(resources[i])) is { } table)
            {
                tables[i] = table;
                validations[i] = new SchemaValidation(resources[i].IsPatch);
                validations[i]!.CheckObject(resources[i].Inputs, table.Root, metadata);
            }
        });

        return Report(resources, tables, validations);
    }

    /// <summary>A name in messages, unless it is secret.</summary>
    private static string NameOf(CapturedValue manifest)
        => manifest["metadata"] is { IsSecret: false } metadata && metadata["name"] is { IsSecret: false, Text: { } name } && !manifest.IsSecret ? name : "";

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
