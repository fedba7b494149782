using System.CommandLine;
using Crdgen.Import;

namespace Crdgen.Cli;

/// <summary>The command line of crdgen. Without a subcommand it generates.</summary>
internal static class CommandLine
{
    public static RootCommand Create(Terminal terminal)
    {
        var root = new RootCommand("Typed Pulumi C# and schema tables from CustomResourceDefinitions and Kubernetes OpenAPI.");
        var symbols = new GenerateSymbols();
        symbols.AddTo(root);
        root.SetAction(parsed => new GenerateCommand(terminal).Run(symbols.Read(parsed, terminal.CurrentFolder)));
        foreach (var subcommand in Subcommands(terminal))
        {
            root.Subcommands.Add(subcommand);
        }

        return root;
    }

    /// <summary>Parses and runs; a line that does not parse is bad input.</summary>
    public static int Run(IReadOnlyList<string> args, Terminal terminal)
    {
        var parsed = Create(terminal).Parse(args);
        if (parsed.Errors.Count == 0)
        {
            return parsed.Invoke(new InvocationConfiguration { Output = terminal.Output, Error = terminal.Errors, EnableDefaultExceptionHandler = false });
        }

        foreach (var error in parsed.Errors)
        {
            terminal.Errors.WriteLine(error.Message);
        }

        return ExitCodes.BadInput;
    }

    /// <summary>One line a subcommand; each stands in a file of its own with a <c>Create(Terminal)</c>.</summary>
    private static IEnumerable<Command> Subcommands(Terminal terminal) =>
    [
        DiffCommand.Create(terminal),
        ImportSymbols.Create(terminal),
    ];
}
