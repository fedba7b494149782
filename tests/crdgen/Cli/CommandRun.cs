using System.Text;
using Crdgen.Cli;

namespace Crdgen.Tests.Cli;

/// <summary>One run of the command, with what it printed.</summary>
internal sealed record CommandRun(int ExitCode, string Output, string Errors)
{
    public static CommandRun Of(GenerateOptions options, string input = "", string searchPath = "") =>
        Of(options, new MemoryStream(Encoding.UTF8.GetBytes(input)), searchPath);

    public static CommandRun Of(GenerateOptions options, Stream input, string searchPath = "")
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();
        var code = new GenerateCommand(new Terminal(input, output, errors, options.CurrentFolder, searchPath)).Run(options);
        return new CommandRun(code, output.ToString(), errors.ToString());
    }

    /// <summary>The whole command line.</summary>
    public static CommandRun Of(string currentFolder, params string[] args)
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();
        var code = CommandLine.Run(args, new Terminal(Stream.Null, output, errors, currentFolder, ""));
        return new CommandRun(code, output.ToString(), errors.ToString());
    }
}
