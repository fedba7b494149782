using Hardening.Infra.Plans.Schemas;

namespace Hardening.Infra.Commands;

/// <summary><c>hardening schema</c>: prints the JSON Schema of stack files, or holds a file against it.</summary>
internal sealed class SchemaCommand(Terminal terminal)
{
    public async Task<int> RunAsync(string? check)
    {
        var schema = PlanSchema.Write();
        if (check is null)
        {
            await Pipe.WriteAsync(terminal.Out, schema);
            return ExitCode.Done;
        }

        var path = Path.GetFullPath(check, terminal.WorkingDirectory);
        if (Directory.Exists(path))
            throw new EnvironmentException($"{check} is a folder", "name the file of the schema");
        if (!File.Exists(path))
            throw new EnvironmentException($"{check} does not exist", $"write it: hardening schema > {check}");
        if (await File.ReadAllTextAsync(path) == schema)
        {
            await Pipe.WriteAsync(terminal.Out, $"{check} is up to date\n");
            return ExitCode.Done;
        }

        await Pipe.WriteAsync(terminal.Out, $"{check} is not the schema of this program; write it again: hardening schema > {check}\n");
        return ExitCode.Findings;
    }
}
