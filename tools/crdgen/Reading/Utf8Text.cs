using System.Text;
using System.Text.Unicode;

namespace Crdgen.Reading;

/// <summary>The bytes of a file as UTF-8 without a byte order mark.</summary>
internal static class Utf8Text
{
    /// <exception cref="SchemaException">The bytes are no text.</exception>
    public static ReadOnlyMemory<byte> Of(byte[] content)
    {
        var text = Decode(content);
        var bytes = text.Span;
        if (!Utf8.IsValid(bytes))
        {
            throw new SchemaException("", "is not UTF-8 text: save it as UTF-8", FirstInvalidLine(bytes));
        }

        var nul = bytes.IndexOf((byte)0);
        return nul < 0 ? text : throw new SchemaException("", "holds a NUL byte: it is no text", Line(bytes[..nul]));
    }

    /// <summary>How many lines have begun when these bytes are read.</summary>
    public static int Line(ReadOnlySpan<byte> before) => 1 + before.Count((byte)'\n');

    private static ReadOnlyMemory<byte> Decode(byte[] content) => content switch
    {
        [0xEF, 0xBB, 0xBF, ..] => content.AsMemory(3),
        [0xFF, 0xFE, ..] => Convert(Encoding.Unicode, content),
        [0xFE, 0xFF, ..] => Convert(Encoding.BigEndianUnicode, content),
        _ => content,
    };

    private static byte[] Convert(Encoding encoding, byte[] content) =>
        Encoding.UTF8.GetBytes(encoding.GetString(content, 2, content.Length - 2));

    private static int FirstInvalidLine(ReadOnlySpan<byte> bytes)
    {
        var valid = 0;
        while (Rune.DecodeFromUtf8(bytes[valid..], out _, out var consumed) == System.Buffers.OperationStatus.Done)
        {
            valid += consumed;
        }

        return Line(bytes[..valid]);
    }
}
