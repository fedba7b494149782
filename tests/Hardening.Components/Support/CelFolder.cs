using System.Text.Json;

namespace Hardening.Components.Tests.Support;

/// <summary>The folder that <c>HARDENING_CEL</c> names, for the CEL engine to read; a temporary one where nobody does.</summary>
internal static class CelFolder
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    public static void Write(string file, object content)
    {
        var folder = Environment.GetEnvironmentVariable("HARDENING_CEL") ?? Directory.CreateTempSubdirectory("hardening-cel").FullName;
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, file), JsonSerializer.Serialize(content, Options));
    }
}
