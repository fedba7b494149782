namespace Crdgen.Cli;

/// <summary>What a command reads from and writes to besides files.</summary>
/// <param name="Input">Standard input, for <c>-</c>.</param>
/// <param name="Output">Standard output.</param>
/// <param name="Errors">Standard error.</param>
/// <param name="CurrentFolder">The folder that relative paths start from.</param>
/// <param name="SearchPath">The folders of commands such as kubectl, as in <c>PATH</c>.</param>
internal sealed record Terminal(Stream Input, TextWriter Output, TextWriter Errors, string CurrentFolder, string SearchPath)
{
    /// <summary>That of this process.</summary>
    public static Terminal OfProcess() => new(
        Console.OpenStandardInput(),
        Console.Out,
        Console.Error,
        Environment.CurrentDirectory,
        Environment.GetEnvironmentVariable("PATH") ?? "");
}
