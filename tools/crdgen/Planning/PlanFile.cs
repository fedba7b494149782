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
            var problems = PlanRules.Problems(plan).Select(problem => $"{file}: {problem}").ToList();
            return problems.Count == 0 ? plan : throw new PlanException(string.Join('\n', problems));
        }
        catch (JsonException e)
        {
            throw new PlanException($"{file}: {e.Message}", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new PlanException($"{file}: {e.Message}", e);
        }
    }
}
