using System.Text.Json;
using Hardening.Components;
using Hardening.Infra.Commands;

namespace Hardening.Infra.Recorded;

/// <summary>Reads lists of Kubernetes objects as <c>kubectl get -o json</c> prints them.</summary>
internal static class RecordedList
{
    private const string Option = "--facts";

    /// <summary>Reads the items of a file, or of standard input.</summary>
    /// <exception cref="EnvironmentException">There is no such file.</exception>
    /// <exception cref="BadInputException">It holds something else.</exception>
    public static T Read<T>(string shown, string recordedBy, Terminal terminal, Func<IEnumerable<JsonElement>, T> read)
    {
        using var stream = new RecordedFile(Option, shown, recordedBy).Open(terminal);
        using var content = new MemoryStream();
        try
        {
            stream.CopyTo(content);
            var json = content.GetBuffer().AsMemory(0, (int)content.Length);
            using var document = JsonDocument.Parse(json.Span.StartsWith("\uFEFF"u8) ? json[3..] : json);
            return read(document.RootElement.GetProperty("items").EnumerateArray());
        }
        catch (InvalidDataException)
        {
            throw Refused(shown, "is compressed, and broken", recordedBy);
        }
        catch (JsonException)
        {
            throw Refused(shown, "is no JSON", recordedBy);
        }
        catch (Exception error) when (error is InvalidOperationException or KeyNotFoundException)
        {
            throw Refused(shown, "is no list of Kubernetes objects", recordedBy);
        }
    }

    public static BadInputException Refused(string shown, string message, string recordedBy) => new(new Problem(Option, shown, message, $"record it with {recordedBy}"));

    public static string? Text(JsonElement owner, string member) => owner.TryGetProperty(member, out var value) ? value.GetString() : null;

    public static IEnumerable<JsonElement> Items(JsonElement owner, string member) =>
        owner.TryGetProperty(member, out var value) && value.ValueKind is not JsonValueKind.Null ? value.EnumerateArray() : [];
}
