using System.Text.Json;
using Hardening.Infra.Plans;
using Hardening.Infra.Plans.Reading;
using Hardening.Infra.StackFiles;
using Pulumi;

namespace Hardening.Infra.Stacks;

/// <summary>The plan as an engine hands it to the program.</summary>
internal static class EnginePlan
{
    private const string ConfigVariable = "PULUMI_CONFIG";
    private const string SecretKeysVariable = "PULUMI_CONFIG_SECRET_KEYS";

    /// <summary>Reads the plan; warnings go to the engine's log.</summary>
    /// <exception cref="RunException">The plan is refused; the message lists every problem.</exception>
    public static HardeningPlan Read()
    {
        var result = PlanReader.Read(ReadSource());
        foreach (var warning in result.Warnings)
            Log.Warn(warning.ToString());
        if (result.Problems.Count == 0)
            return result.Plan;
        throw new RunException("the plan is refused:\n" + string.Join('\n', result.Problems.Select(problem => $"  - {problem}")));
    }

    internal static PlanSource ReadSource()
    {
        var config = new Config(PlanSections.Project);
        var sections = new Dictionary<string, ConfigNode>(StringComparer.Ordinal);
        foreach (var key in PlanSections.All.Concat(OwnKeys()).Distinct(StringComparer.Ordinal))
        {
            // An engine hands over text: JSON where a value has parts, which the reader of the plan sees to.
            if (config.Get(key[(PlanSections.Project.Length + 1)..]) is { } text)
                sections[key] = ConfigNode.String(text);
        }

        return new PlanSource(sections, Strings(SecretKeysVariable).ToHashSet(StringComparer.Ordinal)) { HasEngine = true };
    }

    /// <summary>All keys of the plan's project, because <see cref="Config"/> cannot list them and a misspelt section must not pass in silence.</summary>
    private static List<string> OwnKeys()
    {
        if (Environment.GetEnvironmentVariable(ConfigVariable) is not { Length: > 0 } json)
            return [];
        using var document = JsonDocument.Parse(json);
        return document.RootElement.EnumerateObject()
            .Select(member => member.Name)
            .Where(name => name.StartsWith(PlanSections.Project + ":", StringComparison.Ordinal))
            .ToList();
    }

    private static List<string> Strings(string variable)
    {
        if (Environment.GetEnvironmentVariable(variable) is not { Length: > 0 } json)
            return [];
        using var document = JsonDocument.Parse(json);
        return document.RootElement.EnumerateArray().Select(item => item.GetString() ?? "").ToList();
    }
}
