using System.Text.Json;
using Hardening.Components;

namespace Hardening.Infra.Recorded;

/// <summary>Reads lists of Kubernetes objects as <c>kubectl get -o json</c> prints them.</summary>
internal static class RecordedList
{
    private const string Option = "--facts";

    /// <summary>Reads the items of a file.</summary>
    /// <exception cref="EnvironmentException">There is no such file.</exception>
    /// <exception cref="BadInputException">It holds something else.</exception>
    public static T Read<T>(string path, string shown, string recordedBy, Func<IEnumerable<JsonElement>, T> read)
    {
        if (!File.Exists(path))
            throw new EnvironmentException($"{shown} does not exist", $"record it with {recordedBy} > {shown}");
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(path));
            return read(document.RootElement.GetProperty("items").EnumerateArray());
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
