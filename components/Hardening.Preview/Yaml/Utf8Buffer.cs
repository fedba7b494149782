using System.Buffers;
using System.Buffers.Text;
using System.Text;
using System.Text.Unicode;

namespace Hardening.Preview.Yaml;

/// <summary>Text under construction as UTF-8 bytes: one growing array, so that a whole tree of manifests is a few allocations.</summary>
internal sealed class Utf8Buffer(int capacity = 1 << 16)
{
    private byte[] _bytes = new byte[capacity];

    public int Length { get; private set; }

    /// <summary>The bytes so far; valid until the next write.</summary>
    public ReadOnlyMemory<byte> Slice(int start, int length) => _bytes.AsMemory(start, length);

    public void Write(byte value)
    {
        Ensure(1);
        _bytes[Length++] = value;
    }

    public void Write(ReadOnlySpan<byte> value)
    {
        Ensure(value.Length);
        value.CopyTo(_bytes.AsSpan(Length));
        Length += value.Length;
    }

    /// <summary>Writes text; an unpaired surrogate becomes U+FFFD, the only thing that UTF-8 has for it.</summary>
    public void Write(ReadOnlySpan<char> value)
    {
        Ensure(value.Length * 3);
        var status = Utf8.FromUtf16(value, _bytes.AsSpan(Length), out _, out var written);
        System.Diagnostics.Debug.Assert(status == OperationStatus.Done, "room was made for the longest form");
        Length += written;
    }

    public void WriteSpaces(int count)
    {
        Ensure(count);
        _bytes.AsSpan(Length, count).Fill((byte)' ');
        Length += count;
    }

    public void Write(long value)
    {
        Ensure(20);
        Utf8Formatter.TryFormat(value, _bytes.AsSpan(Length), out var written);
        Length += written;
    }

    public override string ToString() => Encoding.UTF8.GetString(_bytes, 0, Length);

    private void Ensure(int more)
    {
        if (_bytes.Length - Length < more)
        {
            Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, Length + more));
        }
    }
}
