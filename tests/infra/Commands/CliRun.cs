using System.Text.RegularExpressions;
using Hardening.Infra.Commands;

namespace Hardening.Infra.Tests.Commands;

/// <summary>One run of the command within this process.</summary>
/// <param name="Code">The exit code.</param>
/// <param name="Out">Standard output, with the duration masked.</param>
/// <param name="Error">Standard error without its first line, which names the SDK.</param>
/// <param name="SdkLine">That line.</param>
internal sealed partial record CliRun(int Code, string Out, string Error, string SdkLine)
{
    /// <summary>The day that the tests take for today.</summary>
    public static readonly DateOnly Today = new(2026, 11, 22);

    public static Task<CliRun> RunAsync(string folder, params string[] args) => RunAsync(folder, colours: false, args);

    public static Task<CliRun> RunAsync(string folder, bool colours, params string[] args) => RunAsync(folder, colours, Stream.Null, args);

    public static Task<CliRun> RunAsync(string folder, int width, params string[] args) => RunAsync(folder, colours: false, Stream.Null, width, args);

    public static Task<CliRun> RunAsync(string folder, bool colours, Stream input, params string[] args) => RunAsync(folder, colours, input, null, args);

    private static async Task<CliRun> RunAsync(string folder, bool colours, Stream input, int? width, string[] args)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var code = await CommandLine.RunAsync(args, new Terminal(output, error, folder, colours, Today) { OpenInput = () => input, Width = width });
        var lines = error.ToString();
        var sdk = lines.StartsWith("Running on ", StringComparison.Ordinal) ? lines[..(lines.IndexOf('\n', StringComparison.Ordinal) + 1)] : "";
        return new CliRun(code, Duration().Replace(output.ToString(), "Duration: …\n"), lines[sdk.Length..], sdk.TrimEnd('\n'));
    }

    [GeneratedRegex(@"Duration: [0-9.]+s\n", RegexOptions.None, 60_000)]
    private static partial Regex Duration();
}
