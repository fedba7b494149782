namespace Hardening.Infra.Recorded;

/// <summary>The part of a stream that is being read: it grows with what has to be seen at once, up to a limit, and nothing else is kept.</summary>
internal sealed class ByteWindow(Stream stream, int limit)
{
    private byte[] _buffer = new byte[128 * 1024];
    private int _start;
    private int _end;

    /// <summary>Whether the stream has ended, so that there is nothing behind <see cref="Span"/>.</summary>
    public bool IsAtEnd { get; private set; }

    /// <summary>What has been read and not been consumed.</summary>
    public ReadOnlySpan<byte> Span => _buffer.AsSpan(_start, _end - _start);

    /// <summary>The first bytes of <see cref="Span"/>, to keep.</summary>
    public ReadOnlyMemory<byte> Memory(int start, int length) => _buffer.AsMemory(_start + start, length);

    public void Consume(int count) => _start += count;

    /// <summary>Reads on; false where what is not consumed has reached the limit.</summary>
    public bool TryFill()
    {
        if (_start > 0)
        {
            Buffer.BlockCopy(_buffer, _start, _buffer, 0, _end - _start);
            _end -= _start;
            _start = 0;
        }

        if (_end == _buffer.Length)
        {
            if (_buffer.Length >= limit)
                return false;
            Array.Resize(ref _buffer, Math.Min(limit, _buffer.Length * 2));
        }

        var count = stream.Read(_buffer, _end, _buffer.Length - _end);
        IsAtEnd = count == 0;
        _end += count;
        return true;
    }
}
