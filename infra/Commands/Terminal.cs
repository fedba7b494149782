using Hardening.Infra.Reports;

namespace Hardening.Infra.Commands;

/// <summary>What a command may touch of the outside: its output, the folder it was started in, today's date.</summary>
/// <param name="Out">Standard output.</param>
/// <param name="Error">Standard error.</param>
/// <param name="WorkingDirectory">Where the user stands.</param>
/// <param name="Colours">Whether standard output is a terminal that wants colours.</param>
/// <param name="Today">The day against which exemptions expire unless <c>--as-of</c> names another.</param>
internal sealed record Terminal(TextWriter Out, TextWriter Error, string WorkingDirectory, bool Colours, DateOnly Today)
{
    private const int LeastWidth = 40;

    /// <summary>How many columns standard output has; null where it is no terminal, and lines stay as they are.</summary>
    public int? Width { get; init; }

    /// <summary>Opens standard input.</summary>
    public Func<Stream> OpenInput { get; init; } = Console.OpenStandardInput;

    /// <summary>A text for people, folded where the terminal is narrower.</summary>
    public string Fit(string text) => Width is { } width ? LineFolding.Fold(text, width) : text;

    /// <summary>The terminal of this process.</summary>
    public static Terminal OfProcess() => new(
        Console.Out,
        new Messages(Console.Error),
        Directory.GetCurrentDirectory(),
        !Console.IsOutputRedirected && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")) && Environment.GetEnvironmentVariable("TERM") is not "dumb",
        DateOnly.FromDateTime(DateTime.UtcNow)) { Width = WidthOfProcess() };

    /// <summary>A terminal that does not say its width, or says one that no text fits in, folds lines by itself.</summary>
    private static int? WidthOfProcess()
    {
        if (Console.IsOutputRedirected)
            return null;
        try
        {
            return Console.WindowWidth is >= LeastWidth and var width ? width : null;
        }
        catch (IOException)
        {
            return null;
        }
    }
}
