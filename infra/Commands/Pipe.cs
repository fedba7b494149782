namespace Hardening.Infra.Commands;

/// <summary>Standard output that somebody may stop reading at any time, as <c>head</c> does; that is no error.</summary>
internal static class Pipe
{
    public static async Task WriteAsync(TextWriter output, string text)
    {
        try
        {
            await output.WriteAsync(text);
            await output.FlushAsync();
        }
        catch (IOException)
        {
            // The reader has what it wanted.
        }
    }
}
