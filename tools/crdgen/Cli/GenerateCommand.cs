using Crdgen.Output;
using Crdgen.Planning;

namespace Crdgen.Cli;

/// <summary>Carries out plans: writes their files, or compares with <c>--check</c>. Nothing is written before all of them are read.</summary>
internal sealed class GenerateCommand(Terminal terminal)
{
    private const int NamedFiles = 5;

    public int Run(GenerateOptions options)
    {
        try
        {
            var plans = Inputs.Read(options, terminal);
            if (MissingSchemas(options, plans) is { } missing)
            {
                terminal.Errors.WriteLine(missing);
                return ExitCodes.MissingEnvironment;
            }

            return Run(plans, options);
        }
        catch (PlanException e)
        {
            terminal.Errors.WriteLine(e.Message);
            return ExitCodes.BadInput;
        }
        catch (EnvironmentException e)
        {
            terminal.Errors.WriteLine(e.Message);
            return ExitCodes.MissingEnvironment;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            terminal.Errors.WriteLine($"The output cannot be written: {e.Message}");
            return ExitCodes.MissingEnvironment;
        }
    }

    private static string? MissingSchemas(GenerateOptions options, IReadOnlyList<PlanInFolder> plans)
    {
        var schemas = options.Schemas is { } given ? Path.GetFullPath(given, options.CurrentFolder) : null;
        if (Directory.Exists(schemas) || !plans.Any(plan => plan.IsWhole && plan.Plan.Schemas.Any(schema => !schema.IsBesidePlan)))
        {
            return null;
        }

        return schemas is null
            ? "The plans name schema files of upstream releases: give the folder that holds them with --schemas DIR."
            : $"The schema folder {schemas} does not exist; give the one that holds the files which the plans name with --schemas DIR.";
    }

    private int Run(IReadOnlyList<PlanInFolder> plans, GenerateOptions options)
    {
        var generations = plans.Select(plan => (Plan: plan, Generation: new Generator(plan.Plan, plan.Sources).Run())).ToList();
        var refused = generations.Select(each => Report(each.Plan, each.Generation)).ToList().Exists(isRefused => isRefused);
        if (refused || (generations.Exists(each => each.Generation.Errors.Count > 0) && generations.TrueForAll(each => each.Generation.Files.Count == 0)))
        {
            return ExitCodes.BadInput;
        }

        return generations.Max(each => Finish(each.Plan, each.Generation, options));
    }

    /// <summary>Says what there is to say; true where nothing may be written.</summary>
    private bool Report(PlanInFolder plan, Generation generation)
    {
        var links = new OutputFolder(plan.Folder, []).Links(generation.Files).Select(link => new Diagnostic(link, "", "is a link; crdgen writes below the output folder only: remove it"));
        List<Diagnostic> refusals = [.. generation.Refusals, .. links];
        foreach (var error in generation.Errors.Concat(refusals))
        {
            terminal.Errors.WriteLine($"error: {error}");
        }

        foreach (var warning in generation.Warnings)
        {
            terminal.Errors.WriteLine($"warning: {warning}");
        }

        if (refusals.Count == 0 && generation.PassedOver is { Count: > 0 } passed)
        {
            var more = passed.Count > NamedFiles ? ", …" : "";
            terminal.Errors.WriteLine($"note: {Count(passed.Count, "file holds", "files hold")} no CustomResourceDefinition: {string.Join(", ", passed.Take(NamedFiles))}{more}");
        }

        return refusals.Count > 0;
    }

    private static string Count(int number, string one, string more) => number == 1 ? $"1 {one}" : $"{number} {more}";

    private int Finish(PlanInFolder planned, Generation generation, GenerateOptions options)
    {
        var (root, plan, _, isWhole) = planned;
        var name = Path.GetFileName(root);
        var folder = new OutputFolder(root, isWhole ? [.. new[] { plan.Types, plan.Tables }.OfType<string>()] : []);
        if (options.Check)
        {
            var drift = folder.Drift(generation.Files);
            foreach (var line in drift)
            {
                terminal.Errors.WriteLine($"drift: {name}/{line}");
            }

            terminal.Output.WriteLine($"{name}: {generation.Files.Count} files compared, {drift.Count} differ.");
            return drift.Count + generation.Errors.Count > 0 ? ExitCodes.Findings : ExitCodes.Done;
        }

        var project = isWhole || options.WithoutProject || generation.Files.Count == 0 ? null : ProjectFile.For(root, plan);
        IReadOnlyList<GeneratedFile> files = [.. generation.Files, .. project?.Files ?? []];
        var written = folder.Write(files, removeStale: generation.Errors.Count == 0);
        terminal.Output.WriteLine($"{name}: {files.Count} files, {written} changed.");
        if (project?.Advice is { } advice)
        {
            terminal.Output.WriteLine(advice);
        }

        return generation.Errors.Count > 0 ? ExitCodes.Findings : ExitCodes.Done;
    }
}
