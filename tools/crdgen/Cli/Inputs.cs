using Crdgen.Planning;
using Crdgen.Reading;

namespace Crdgen.Cli;

/// <summary>What the command line names: plans, or schemas that make one plan of their own. All that is wrong with it is said at once.</summary>
internal sealed class Inputs
{
    private const string StandardInput = "-";

    private readonly GenerateOptions _options;
    private readonly Terminal _terminal;
    private readonly List<string> _problems = [];

    private Inputs(GenerateOptions options, Terminal terminal)
    {
        _options = options;
        _terminal = terminal;
    }

    /// <summary>The plans to carry out and the folder of each. Without an input: every <c>crds.json</c> below the current folder.</summary>
    /// <exception cref="PlanException">Something is not usable.</exception>
    /// <exception cref="EnvironmentException">The cluster cannot be asked.</exception>
    public static IReadOnlyList<PlanInFolder> Read(GenerateOptions options, Terminal terminal) => new Inputs(options, terminal).Read();

    public static bool IsPlan(string path) => Path.GetFileName(path) == "crds.json";

    private List<PlanInFolder> Read()
    {
        var isFree = _options.HasSchemas;
        var plans = _options.Inputs.Count == 0 && !isFree
            ? [.. SchemaFolder.Find(_options.CurrentFolder, IsPlan)]
            : _options.Inputs.Where(IsPlan).Select(Full).Distinct(StringComparer.Ordinal).ToList();
        _problems.AddRange(_options.Inputs.Distinct(StringComparer.Ordinal).Where(IsMissing).Select(path =>
            path.StartsWith('-') ? $"{path}: is no option of crdgen; crdgen --help lists them" : $"{path}: does not exist"));
        if (isFree && _options.Output is null)
        {
            _problems.Add("Schema files need --output DIR, the project folder that gets the types.");
        }

        CheckOptions(isFree);
        var read = plans.Where(File.Exists).Select(Planned).OfType<PlanInFolder>().ToList();
        if (isFree && Free() is { } free)
        {
            read.Add(free);
        }

        if (_problems.Count == 0 && read.Count == 0)
        {
            _problems.Add($"There is no crds.json below {_options.CurrentFolder}; name schema files or a plan.");
        }

        return _problems.Count == 0 ? read : throw new PlanException(string.Join('\n', _problems));
    }

    private void CheckOptions(bool isFree)
    {
        if (!_options.Cluster && (_options.Context ?? _options.Kubeconfig) is not null)
        {
            _problems.Add("--context and --kubeconfig say which cluster --cluster reads: add --cluster.");
        }

        if (!isFree && (_options.Kinds.Count > 0 || _options.Groups.Count > 0 || _options.AllVersions))
        {
            _problems.Add("--kind, --group and --all-versions are for schemas without a plan; a plan says kinds and groups itself.");
        }
    }

    private bool IsMissing(string path) => path != StandardInput && !File.Exists(Full(path)) && !Directory.Exists(Full(path));

    private string Full(string path) => Path.GetFullPath(path, _options.CurrentFolder);

    private PlanInFolder? Planned(string path)
    {
        try
        {
            var folder = Path.GetDirectoryName(path)!;
            var plan = PlanFile.Read(path);
            return new PlanInFolder(folder, plan, PlannedSource.Of(plan, folder, _options.Schemas is { } schemas ? Full(schemas) : null), IsWhole: true);
        }
        catch (PlanException e)
        {
            _problems.Add(e.Message);
            return null;
        }
    }

    private PlanInFolder? Free()
    {
        var plan = new Plan
        {
            Namespace = _options.Namespace,
            Types = "Generated",
            Tables = "Schemas",
            Groups = Groups(),
            Outputs = _options.Outputs,
            Patch = _options.Patch,
            List = _options.List,
            Descriptions = _options.Descriptions,
        };
        _problems.AddRange(PlanRules.Problems(plan).Select(problem => $"--{problem}"));
        var selection = new KindSelection([.. _options.Kinds.Distinct(StringComparer.Ordinal)], _options.AllVersions);
        var sources = _options.Inputs
            .Where(path => !IsPlan(path) && !IsMissing(path))
            .SelectMany(path => Sources(path, selection))
            .DistinctBy(source => source.Planned.File, StringComparer.Ordinal)
            .ToList();
        if (_problems.Count > 0)
        {
            return null;
        }

        if (_options.Cluster)
        {
            var definitions = new Kubectl(_terminal.SearchPath, Kubectl.Patience).Definitions(_options.Context, _options.Kubeconfig);
            sources.Add(new PlannedSource(new BytesSource(definitions, "cluster"), new PlannedSchema { File = "--cluster" }, selection));
        }

        return new PlanInFolder(Full(_options.Output!), plan, sources, IsWhole: false);
    }

    private List<PlannedSource> Sources(string path, KindSelection selection)
    {
        if (path == StandardInput)
        {
            return [new PlannedSource(new StreamSource(_terminal.Input, "standard input"), new PlannedSchema { File = path }, selection)];
        }

        var full = Full(path);
        if (!Directory.Exists(full))
        {
            return [new PlannedSource(new FileSource(full, path), new PlannedSchema { File = full }, selection)];
        }

        var found = SchemaFolder.Schemas(full)
            .Select(file => new PlannedSource(
                new FileSource(file, Path.Combine(path, Path.GetRelativePath(full, file))),
                new PlannedSchema { File = file },
                selection) { FoundIn = path })
            .ToList();
        if (found.Count == 0)
        {
            _problems.Add($"{path}: holds no .yaml, .yml or .json file");
        }

        return found;
    }

    private Dictionary<string, string> Groups()
    {
        var groups = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var entry in _options.Groups)
        {
            if (entry.Split('=', 2) is not [{ Length: > 0 } group, { Length: > 0 } name])
            {
                _problems.Add($"--group {entry}: must be group=Name, such as cilium.io=Cilium");
            }
            else if (!groups.TryAdd(group, name) && groups[group] != name)
            {
                _problems.Add($"--group {entry}: {group} is {groups[group]} already");
            }
        }

        return groups;
    }
}
