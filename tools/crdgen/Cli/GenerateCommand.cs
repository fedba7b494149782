using Crdgen.Output;
using Crdgen.Planning;

namespace Crdgen.Cli;

/// <summary>Carries out plans: writes their files, or compares with <c>--check</c>.</summary>
internal sealed class GenerateCommand(Terminal terminal)
{
    public int Run(GenerateOptions options)
    {
        IReadOnlyList<PlanInFolder> plans;
        try
        {
            plans = Inputs.Read(options);
        }
        catch (PlanException e)
        {
            terminal.Errors.WriteLine(e.Message);
            return ExitCodes.BadInput;
        }

        var schemas = options.Schemas is { } given ? Path.GetFullPath(given, options.CurrentFolder) : null;
        if (!Directory.Exists(schemas) && plans.Any(plan => plan.Plan.Schemas.Any(schema => !schema.IsBesidePlan)))
        {
            terminal.Errors.WriteLine(schemas is null
                ? "The plans name schema files of upstream releases: give the folder that holds them with --schemas DIR."
                : $"The schema folder {schemas} does not exist; give the one that holds the files which the plans name with --schemas DIR.");
            return ExitCodes.MissingEnvironment;
        }

        try
        {
            return plans.Max(plan => Run(plan, schemas, options.Check));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            terminal.Errors.WriteLine($"The output cannot be written: {e.Message}");
            return ExitCodes.MissingEnvironment;
        }
    }

    private int Run(PlanInFolder planned, string? schemas, bool check)
    {
        var (root, plan, isWhole) = planned;
        var generation = new Generator(plan, root, schemas).Run();
        foreach (var error in generation.Errors)
        {
            terminal.Errors.WriteLine($"error: {error}");
        }

        foreach (var warning in generation.Warnings)
        {
            terminal.Errors.WriteLine($"warning: {warning}");
        }

        var name = Path.GetFileName(root);
        var folder = new OutputFolder(root, isWhole ? [.. new[] { plan.Types, plan.Tables }.OfType<string>()] : []);
        if (check)
        {
            var drift = folder.Drift(generation.Files);
            foreach (var line in drift)
            {
                terminal.Errors.WriteLine($"drift: {name}/{line}");
            }

            terminal.Output.WriteLine($"{name}: {generation.Files.Count} files compared, {drift.Count} differ.");
            return drift.Count + generation.Errors.Count > 0 ? ExitCodes.Findings : ExitCodes.Done;
        }

        var written = folder.Write(generation.Files, removeStale: generation.Errors.Count == 0);
        terminal.Output.WriteLine($"{name}: {generation.Files.Count} files, {written} changed.");
        return generation.Errors.Count > 0 ? ExitCodes.Findings : ExitCodes.Done;
    }
}
