using System.Text.Json;
using System.Text.Json.Serialization;

namespace Crdgen.Planning;

/// <summary>Reads a plan strictly: an unknown key is an error.</summary>
internal static class PlanFile
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
    };

    /// <exception cref="PlanException">The file is not a usable plan.</exception>
    public static Plan Read(string file)
    {
        try
        {
            var plan = JsonSerializer.Deserialize<Plan>(File.ReadAllBytes(file), Options) ?? throw new PlanException($"{file}: is empty");
            return plan.Namespace.Length > 0 || plan.Types is null ? plan : throw new PlanException($"{file}: namespace: is missing");
        }
        catch (JsonException e)
        {
            throw new PlanException($"{file}: {e.Message}", e);
        }
        catch (IOException e)
        {
            throw new PlanException($"{file}: {e.Message}", e);
        }
    }
}
