namespace Hardening.Infra.Commands;

/// <summary>
/// Standard output. Somebody may stop reading it at any time, as <c>head</c> does: .NET says nothing of that, and neither does this. Whatever else goes wrong, such as a full disk, is an
/// error, because the answer has not arrived.
/// </summary>
internal static class Pipe
{
    /// <summary>Writes a text for people, folded where a terminal is narrower.</summary>
    public static Task ShowAsync(Terminal terminal, string text) => WriteAsync(terminal.Out, terminal.Fit(text));

    /// <summary>Writes a text as it is.</summary>
    public static async Task WriteAsync(TextWriter output, string text)
    {
        try
        {
            await output.WriteAsync(text);
            await output.FlushAsync();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new EnvironmentException($"standard output cannot be written: {error.Message.TrimEnd('.')}", "write it somewhere else");
        }
    }
}
