namespace Hardening.Infra.Tests.Audit;

/// <summary>Gives few bytes at a time, as a pipe may.</summary>
internal sealed class TrickleStream(byte[] bytes) : MemoryStream(bytes)
{
    private int _reads;

    public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Few(count));

    public override int Read(Span<byte> buffer) => base.Read(buffer[..Few(buffer.Length)]);

    private int Few(int count) => Math.Min(count, 1 + (_reads++ % 97));
}
