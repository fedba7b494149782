using System.Text.Json;

namespace Pulumi;

/// <summary>The configuration that the environment holds: <c>PULUMI_CONFIG</c>, a JSON object.</summary>
internal static class ConfigSource
{
    public static Dictionary<string, string> Read()
    {
        var result = new Dictionary<string, string>(StringComparer.Ordinal);
        if (Environment.GetEnvironmentVariable("PULUMI_CONFIG") is not { } text)
        {
            return result;
        }

        using var document = JsonDocument.Parse(text);
        foreach (var property in document.RootElement.EnumerateObject())
        {
            result[WithoutConfigSegment(property.Name)] = property.Value.ToString();
        }

        return result;
    }

    // project:config:key is an old spelling of project:key.
    private static string WithoutConfigSegment(string key)
    {
        const string Segment = "config:";
        var start = key.IndexOf(':', StringComparison.Ordinal) + 1;
        return start > 1 && key.AsSpan(start).StartsWith(Segment, StringComparison.Ordinal) ? key.Remove(start, Segment.Length) : key;
    }
}
