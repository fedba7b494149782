using System.Globalization;
using Hardening.Preview;

namespace Hardening.Infra.Commands;

/// <summary><c>hardening render</c>: writes the manifests, or compares them with what is there.</summary>
internal sealed class RenderCommand(Terminal terminal)
{
    public async Task<int> RunAsync(PlanRequest request, string output, bool check)
    {
        await terminal.Error.WriteLineAsync(SdkName.Line);
        var planned = await PlannedStack.RunAsync(request, terminal);
        var report = planned.Report;
        foreach (var warning in report.Warnings)
            await terminal.Error.WriteLineAsync($"warning: {warning}");
        foreach (var finding in report.Findings)
            await terminal.Error.WriteLineAsync($"finding: {finding}");
        if (planned.Captured is null || report.Errors.Count > 0)
            return await Guard.RefuseAsync(report.Errors.Select(error => error.ToString()).ToList(), terminal);

        var directory = Path.GetFullPath(output, terminal.WorkingDirectory);
        var tree = ManifestTree.Build(planned.Captured);
        try
        {
            var differs = check ? await CompareAsync(tree, directory, output) : await WriteAsync(tree, directory, output);
            return differs || report.Findings.Count > 0 ? ExitCode.Findings : ExitCode.Done;
        }
        catch (RenderRefusedException error)
        {
            await terminal.Error.WriteLineAsync("error: " + error.Message);
            return ExitCode.BadInput;
        }
    }

    private async Task<bool> WriteAsync(ManifestTree tree, string directory, string shown)
    {
        var result = tree.Write(directory);
        foreach (var file in result.Overwritten)
            await terminal.Error.WriteLineAsync($"warning: {file} had been changed by hand and was replaced");
        await Pipe.WriteAsync(terminal.Out, result.Changed
            ? string.Create(CultureInfo.InvariantCulture, $"Wrote {result.Files} files to {shown}\n")
            : string.Create(CultureInfo.InvariantCulture, $"{shown} is up to date with {result.Files} files\n"));
        return false;
    }

    private async Task<bool> CompareAsync(ManifestTree tree, string directory, string shown)
    {
        var drift = tree.Compare(directory);
        if (drift.Count == 0)
        {
            await Pipe.WriteAsync(terminal.Out, $"{shown} is up to date\n");
            return false;
        }

        var lines = drift.Select(file => file.Kind switch
        {
            FileDriftKind.Missing => $"missing     {file.Path}",
            FileDriftKind.Unexpected => $"unexpected  {file.Path}",
            _ => $"different   {file.Path}",
        });
        await Pipe.WriteAsync(terminal.Out, string.Join('\n', lines) + string.Create(CultureInfo.InvariantCulture, $"\n{drift.Count} files of {shown} differ from the plan; render again without --check\n"));
        return true;
    }
}
