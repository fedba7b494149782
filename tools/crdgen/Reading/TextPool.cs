using System.Text.Json;

namespace Crdgen.Reading;

/// <summary>Short texts that occur over and over in schemas, such as <c>description</c> and <c>string</c>, once each.</summary>
internal sealed class TextPool
{
    private const int Longest = 64;

    private readonly HashSet<string> _texts = new(StringComparer.Ordinal);

    /// <summary>The text that the reader stands at.</summary>
    public string Get(ref Utf8JsonReader reader)
    {
        if (reader.ValueSpan.Length > Longest)
        {
            return reader.GetString()!;
        }

        Span<char> buffer = stackalloc char[Longest];
        ReadOnlySpan<char> text = buffer[..reader.CopyString(buffer)];
        var texts = _texts.GetAlternateLookup<ReadOnlySpan<char>>();
        if (!texts.TryGetValue(text, out var known))
        {
            known = text.ToString();
            _texts.Add(known);
        }

        return known;
    }
}
