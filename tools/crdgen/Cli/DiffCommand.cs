using System.CommandLine;
using Crdgen.Diff.Comparing;
using Crdgen.Diff.Printing;
using Crdgen.Diff.Reading;
using Crdgen.Reading;

namespace Crdgen.Cli;

/// <summary><c>crdgen diff OLD NEW</c>: what changed between two sets of schemas, and what of it breaks callers.</summary>
internal static class DiffCommand
{
    public static Command Create(Terminal terminal)
    {
        var old = Side("old", "What the schemas were");
        var @new = Side("new", "What they are");
        var format = new Option<string>("--format") { Description = "text, markdown or json.", DefaultValueFactory = _ => DiffFormats.Text };
        format.AcceptOnlyFromAmong(DiffFormats.All);
        var command = new Command("diff", "States what changed between two sets of schemas and what of it breaks manifests or C# code. Exit code 1 where something does.")
        {
            old, @new, format,
        };
        command.SetAction(parsed => Run(terminal, parsed.GetValue(old)!, parsed.GetValue(@new)!, parsed.GetValue(format)!));
        return command;
    }

    private static Argument<string> Side(string name, string what) => new(name)
    {
        Description = $"{what}: a file or a folder of CustomResourceDefinitions, schema tables or Kubernetes OpenAPI, or - for standard input.",
    };

    private static int Run(Terminal terminal, string old, string @new, string format)
    {
        if (old == "-" && @new == "-")
        {
            terminal.Errors.WriteLine("error: only one side can be standard input");
            return ExitCodes.BadInput;
        }

        var before = ComparedSide.Read(InFolder(terminal, old), file => Load(terminal, file));
        var after = ComparedSide.Read(InFolder(terminal, @new), file => Load(terminal, file));
        foreach (var problem in before.Problems.Concat(after.Problems))
        {
            terminal.Errors.WriteLine($"error: {problem with { File = Shown(terminal, problem.File) }}");
        }

        if (before.Problems.Count + after.Problems.Count > 0)
        {
            return ExitCodes.BadInput;
        }

        var changes = KindComparison.Of(before, after);
        terminal.Output.Write(DiffFormats.Print(changes, format));
        return changes.Any(change => change.BreaksManifests || change.BreaksCode) ? ExitCodes.Findings : ExitCodes.Done;
    }

    private static string InFolder(Terminal terminal, string name) => name == "-" ? name : Path.Combine(terminal.CurrentFolder, name);

    private static string Shown(Terminal terminal, string file) => file == "-" ? "standard input"
        : Path.GetRelativePath(terminal.CurrentFolder, file) is var relative && relative.StartsWith("..", StringComparison.Ordinal) ? file
        : relative;

    private static byte[] Load(Terminal terminal, string file)
    {
        if (file != "-")
        {
            return SchemaFile.Load(file);
        }

        using var content = new MemoryStream();
        terminal.Input.CopyTo(content);
        return content.ToArray();
    }
}
