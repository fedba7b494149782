using Hardening.Components;

namespace Hardening.Infra.StackFiles;

/// <summary>
/// The configuration of one stack: what its file says, and the project's defaults where it says nothing. A default stands for a whole key:
/// nothing is merged below that, exactly as with an engine.
/// </summary>
internal sealed class StackConfiguration
{
    private StackConfiguration(string fileName, IReadOnlyDictionary<string, ConfigNode> values, IReadOnlyList<Warning> warnings)
    {
        FileName = fileName;
        Values = values;
        Warnings = warnings;
    }

    /// <summary>The stack file's name as problems show it.</summary>
    public string FileName { get; }

    /// <summary>Values by full key, <c>hardening:namespaces</c>.</summary>
    public IReadOnlyDictionary<string, ConfigNode> Values { get; }

    public IReadOnlyList<Warning> Warnings { get; }

    /// <summary>Reads a stack file of a project.</summary>
    /// <exception cref="BadInputException">The file is no stack file; every reason is named.</exception>
    public static StackConfiguration Load(PulumiProject project, string path)
    {
        var fileName = Path.GetFileName(path);
        return Of(project, fileName, YamlFile.Read(path, fileName));
    }

    /// <summary>The configuration of a stack file that has been read.</summary>
    /// <exception cref="BadInputException">The file is no stack file; every reason is named.</exception>
    public static StackConfiguration Of(PulumiProject project, string fileName, ConfigNode root)
    {
        var problems = new List<Problem>();
        var warnings = new List<Warning>();
        var values = new Dictionary<string, ConfigNode>(StringComparer.Ordinal);
        if (root.Kind is not (ConfigKind.Object or ConfigKind.Null))
            throw new BadInputException(new Problem($"{fileName}:1:1", null, "is no stack file: it holds no mapping", "start it with config:"));

        if (root.Members.ContainsKey("environment"))
            warnings.Add(new Warning($"{fileName}: environment", "values from Pulumi ESC environments are not read offline; a preview by the engine sees them"));
        if (root.Members.TryGetValue("config", out var config) && config.Kind is not ConfigKind.Null)
        {
            if (config.Kind is ConfigKind.Object)
                AddValues(config, project.Name, fileName, values, problems);
            else
                problems.Add(new Problem($"{fileName}: config", null, "is no mapping", "write the keys below it, as in hardening:namespaces:"));
        }

        foreach (var (key, value) in project.Defaults)
            values.TryAdd(key, value);
        foreach (var key in project.Required.Where(key => !values.ContainsKey(key)))
            problems.Add(new Problem(key, null, $"is required by {PulumiProject.FileName} and missing", $"add it to {fileName}"));
        return problems.Count == 0 ? new StackConfiguration(fileName, values, warnings) : throw new BadInputException(problems);
    }

    private static void AddValues(ConfigNode config, string project, string fileName, Dictionary<string, ConfigNode> values, List<Problem> problems)
    {
        foreach (var (written, value) in config.Members)
        {
            var parts = written.Split(':');
            var key = parts.Length switch
            {
                1 => $"{project}:{written}",
                2 => written,
                3 when parts[1] is "config" => $"{parts[0]}:{parts[2]}",
                _ => null,
            };
            if (key is null)
                problems.Add(new Problem($"{fileName}: config", written, "is no configuration key", "write <project>:<name>"));
            else if (!values.TryAdd(key, value))
                problems.Add(new Problem(key, null, "is there twice, with and without its project", "keep one"));
        }
    }
}
