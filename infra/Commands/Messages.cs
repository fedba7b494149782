using System.Text;

namespace Hardening.Infra.Commands;

/// <summary>Standard error. Where nobody can read it, closed or on a full disk, the command does its work all the same, and its exit code says the rest.</summary>
internal sealed class Messages(TextWriter error) : TextWriter
{
    public override Encoding Encoding => error.Encoding;

    public override void Write(char value) => Try(() => error.Write(value));

    public override void Write(char[] buffer, int index, int count) => Try(() => error.Write(buffer, index, count));

    public override void Write(string? value) => Try(() => error.Write(value));

    public override void Flush() => Try(error.Flush);

    private static void Try(Action write)
    {
        try
        {
            write();
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // There is nowhere left to say it.
        }
    }
}
