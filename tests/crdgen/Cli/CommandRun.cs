using Crdgen.Cli;

namespace Crdgen.Tests.Cli;

/// <summary>One run of the command, with what it printed.</summary>
internal sealed record CommandRun(int ExitCode, string Output, string Errors)
{
    public static CommandRun Of(GenerateOptions options)
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();
        var code = new GenerateCommand(new Terminal(Stream.Null, output, errors, options.CurrentFolder, "")).Run(options);
        return new CommandRun(code, output.ToString(), errors.ToString());
    }
}
