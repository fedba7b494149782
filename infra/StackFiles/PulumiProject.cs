using Hardening.Components;

namespace Hardening.Infra.StackFiles;

/// <summary>A Pulumi project as its <c>Pulumi.yaml</c> states it: the name, where stack files lie and the defaults of their configuration.</summary>
internal sealed class PulumiProject
{
    public const string FileName = "Pulumi.yaml";

    private PulumiProject(string name, string directory, string stackFileDirectory, IReadOnlyDictionary<string, ConfigNode> defaults, IReadOnlyList<string> required)
    {
        Name = name;
        Directory = directory;
        StackFileDirectory = stackFileDirectory;
        Defaults = defaults;
        Required = required;
    }

    public string Name { get; }

    public string Directory { get; }

    public string StackFileDirectory { get; }

    /// <summary>Values for keys that a stack file leaves out, by full key.</summary>
    public IReadOnlyDictionary<string, ConfigNode> Defaults { get; }

    /// <summary>Full keys that every stack file has to set.</summary>
    public IReadOnlyList<string> Required { get; }

    /// <summary>Finds the nearest project at or above one of the starting folders, tried in turn.</summary>
    public static string? FindDirectory(params IEnumerable<string> startingPoints)
    {
        foreach (var start in startingPoints)
        {
            for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
            {
                if (File.Exists(Path.Combine(folder.FullName, FileName)))
                    return folder.FullName;
            }
        }

        return null;
    }

    /// <summary>Reads the project file of a folder.</summary>
    /// <exception cref="BadInputException">The file is no project file.</exception>
    public static PulumiProject Load(string directory)
    {
        var path = Path.Combine(directory, FileName);
        var root = YamlFile.Read(path, FileName);
        if (root.Kind is not ConfigKind.Object || !root.Members.TryGetValue("name", out var name) || name.Kind is not ConfigKind.String)
            throw new BadInputException(new Problem(FileName, null, "is no Pulumi project", "give it a name, a runtime and main, as this repository's has"));

        var defaults = new Dictionary<string, ConfigNode>(StringComparer.Ordinal);
        var required = new List<string>();
        var stackFiles = root.Members.TryGetValue("stackConfigDir", out var folder) && folder.Kind is ConfigKind.String ? folder.Text : ".";
        if (root.Members.TryGetValue("config", out var config))
        {
            if (config.Kind is ConfigKind.String)
                stackFiles = config.Text;
            foreach (var (key, declared) in config.Members)
                Declare(key.Contains(':', StringComparison.Ordinal) ? key : $"{name.Text}:{key}", declared, name.Text, defaults, required);
        }

        return new PulumiProject(name.Text, directory, Path.GetFullPath(Path.Combine(directory, stackFiles)), defaults, required);
    }

    private static void Declare(string key, ConfigNode declared, string project, Dictionary<string, ConfigNode> defaults, List<string> required)
    {
        if (declared.Kind is not ConfigKind.Object)
            defaults[key] = declared;
        else if (declared.Members.TryGetValue("default", out var value) || declared.Members.TryGetValue("value", out value))
            defaults[key] = value;
        else if (key.StartsWith(project + ":", StringComparison.Ordinal))
            required.Add(key);
    }
}
