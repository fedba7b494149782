using Crdgen.Planning;

namespace Crdgen.Cli;

/// <summary>What the command line names: plans, or schema files that make one plan of their own.</summary>
internal static class Inputs
{
    private static readonly string[] SchemaExtensions = [".yaml", ".yml", ".json"];
    private static readonly string[] BuildFolders = ["bin", "obj", "node_modules"];

    /// <summary>The plans to carry out and the folder of each. Without an argument: every <c>crds.json</c> below the current folder.</summary>
    /// <exception cref="PlanException">An input does not exist or is not usable.</exception>
    public static IReadOnlyList<PlanInFolder> Read(GenerateOptions options)
    {
        var (paths, current) = (options.Inputs, options.CurrentFolder);
        var plans = paths.Count == 0 ? [.. Find(current, IsPlan)] : paths.Where(IsPlan).ToList();
        var missing = paths.Where(path => !File.Exists(path) && !Directory.Exists(path)).ToList();
        if (missing.Count > 0)
        {
            throw new PlanException(string.Join('\n', missing.Select(path => $"{path}: does not exist")));
        }

        var read = plans.Select(path => new PlanInFolder(Path.GetFullPath(Path.GetDirectoryName(Path.GetFullPath(path))!), PlanFile.Read(path), IsWhole: true)).ToList();
        var schemas = paths.Where(path => !IsPlan(path)).SelectMany(Schemas).Distinct(StringComparer.Ordinal).ToList();
        if (schemas.Count > 0)
        {
            var folder = options.Output ?? throw new PlanException("Schema files need --output DIR, the project folder that gets the types.");
            read.Add(new PlanInFolder(Path.GetFullPath(folder), new Plan
            {
                Namespace = options.Namespace,
                Types = "Generated",
                Tables = "Schemas",
                Outputs = options.Outputs,
                Patch = options.Patch,
                List = options.List,
                Descriptions = options.Descriptions,
                Schemas = [.. schemas.Select(file => new PlannedSchema { File = file })],
            }, IsWhole: false));
        }

        return read.Count > 0 ? read : throw new PlanException($"There is no crds.json below {current}; name schema files or a plan.");
    }

    private static IEnumerable<string> Schemas(string path) =>
        Directory.Exists(path)
            ? Find(path, file => SchemaExtensions.Contains(Path.GetExtension(file), StringComparer.OrdinalIgnoreCase))
            : [Path.GetFullPath(path)];

    private static bool IsPlan(string path) => Path.GetFileName(path) == "crds.json";

    private static IEnumerable<string> Find(string folder, Func<string, bool> wanted)
    {
        foreach (var file in Directory.EnumerateFiles(folder).Where(wanted).Order(StringComparer.Ordinal))
        {
            yield return Path.GetFullPath(file);
        }

        foreach (var child in Directory.EnumerateDirectories(folder).Order(StringComparer.Ordinal))
        {
            var name = Path.GetFileName(child);
            if (name.StartsWith('.') || BuildFolders.Contains(name, StringComparer.Ordinal) || new DirectoryInfo(child).LinkTarget is not null)
            {
                continue;
            }

            foreach (var file in Find(child, wanted))
            {
                yield return file;
            }
        }
    }
}
