using Crdgen.Output;
using Crdgen.Planning;

namespace Crdgen.Cli;

/// <summary>Carries out plans: writes their files, or compares with <c>--check</c>.</summary>
internal sealed class GenerateCommand(TextWriter output, TextWriter errors)
{
    public int Run(IReadOnlyList<FileInfo> plans, DirectoryInfo schemas, bool check)
    {
        if (!schemas.Exists)
        {
            errors.WriteLine($"The schema folder {schemas.FullName} does not exist; name it with --schemas DIR.");
            return ExitCodes.MissingEnvironment;
        }

        List<(FileInfo File, Plan Plan)> read;
        try
        {
            read = [.. plans.Select(file => (file, PlanFile.Read(file.FullName)))];
        }
        catch (PlanException e)
        {
            errors.WriteLine(e.Message);
            return ExitCodes.BadInput;
        }

        var code = ExitCodes.Done;
        foreach (var (file, plan) in read)
        {
            code = Math.Max(code, Run(file, plan, schemas, check));
        }

        return code;
    }

    private int Run(FileInfo file, Plan plan, DirectoryInfo schemas, bool check)
    {
        var generation = new Generator(plan, schemas.FullName).Run();
        foreach (var error in generation.Errors)
        {
            errors.WriteLine($"error: {error}");
        }

        var folder = new OutputFolder(file.DirectoryName!, [.. new[] { plan.Types, plan.Tables }.OfType<string>()]);
        if (check)
        {
            var drift = folder.Drift(generation.Files);
            foreach (var line in drift)
            {
                errors.WriteLine($"drift: {line}");
            }

            output.WriteLine($"{file.Name} of {file.Directory!.Name}: {generation.Files.Count} files compared, {drift.Count} differ.");
            return drift.Count + generation.Errors.Count > 0 ? ExitCodes.Findings : ExitCodes.Done;
        }

        var written = folder.Write(generation.Files, removeStale: generation.Errors.Count == 0);
        output.WriteLine($"{file.Name} of {file.Directory!.Name}: {generation.Files.Count} files, {written} changed.");
        return generation.Errors.Count > 0 ? ExitCodes.Findings : ExitCodes.Done;
    }
}
