using System.CommandLine;
using Crdgen.Planning;

namespace Crdgen.Cli;

/// <summary>The arguments and options of generating.</summary>
internal sealed class GenerateSymbols
{
    private readonly Argument<string[]> _inputs = new("inputs")
    {
        Description = "Plans (crds.json); or schema files, folders of them, and - for standard input. None: every crds.json below the current folder.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private readonly Option<string?> _schemas = new("--schemas") { Description = "Folder that holds the schema files which the plans name.", HelpName = "DIR" };

    private readonly Option<string?> _output = new("--output", "-o")
    {
        Description = "Folder that gets the types of schemas given without a plan. It becomes a project unless one is there already.",
        HelpName = "DIR",
    };

    private readonly Option<string> _namespace = new("--namespace", "-n")
    {
        Description = "C# namespace of those types.",
        DefaultValueFactory = _ => "Crds",
    };

    private readonly Option<string[]> _kinds = new("--kind", "-k")
    {
        Description = "Take these kinds only, such as cert-manager.io/v1/Certificate, 'cert-manager.io/*' or Certificate. Can be repeated.",
        HelpName = "apiVersion/Kind",
    };

    private readonly Option<bool> _allVersions = new("--all-versions") { Description = "Take versions too that the API server does not serve." };

    private readonly Option<string[]> _groups = new("--group")
    {
        Description = "Part of the namespace that stands for an API group; without it the group reversed. Can be repeated.",
        HelpName = "group=Name",
    };

    private readonly Option<bool> _cluster = new("--cluster") { Description = "Read the definitions of a live cluster through kubectl." };
    private readonly Option<string?> _context = new("--context") { Description = "Context of kubectl for --cluster.", HelpName = "NAME" };
    private readonly Option<string?> _kubeconfig = new("--kubeconfig") { Description = "Configuration of kubectl for --cluster.", HelpName = "FILE" };
    private readonly Option<bool> _noProject = new("--no-project") { Description = "Write types and tables alone, neither a project file nor crdgen.targets." };
    private readonly Option<bool> _check = new("--check") { Description = "Write nothing; exit with 1 where the files differ from what the schemas give." };

    private readonly Option<bool> _noOutputs = new("--no-outputs") { Description = "No types for what the API server returns." };
    private readonly Option<bool> _patch = new("--patch") { Description = "Also a resource that patches objects, for every kind." };
    private readonly Option<bool> _list = new("--list") { Description = "Also a resource that is a list of objects, for every kind." };

    private readonly Option<Descriptions> _descriptions = new("--descriptions")
    {
        Description = "What the documentation says: the schema's constraints, full (the schema's own words too), or none.",
        DefaultValueFactory = _ => Descriptions.Constraints,
    };

    public void AddTo(Command command)
    {
        command.Add(_inputs);
        foreach (Option option in new Option[]
        {
            _output, _namespace, _kinds, _allVersions, _groups, _cluster, _context, _kubeconfig, _noOutputs, _patch, _list, _descriptions, _noProject, _schemas, _check,
        })
        {
            command.Add(option);
        }
    }

    public GenerateOptions Read(ParseResult parsed, string currentFolder) => new(
        parsed.GetValue(_inputs) ?? [],
        currentFolder,
        parsed.GetValue(_schemas),
        parsed.GetValue(_namespace)!,
        parsed.GetValue(_output),
        parsed.GetValue(_check))
    {
        Kinds = parsed.GetValue(_kinds) ?? [],
        AllVersions = parsed.GetValue(_allVersions),
        Groups = parsed.GetValue(_groups) ?? [],
        Cluster = parsed.GetValue(_cluster),
        Context = parsed.GetValue(_context),
        Kubeconfig = parsed.GetValue(_kubeconfig),
        WithoutProject = parsed.GetValue(_noProject),
        Outputs = !parsed.GetValue(_noOutputs),
        Patch = parsed.GetValue(_patch),
        List = parsed.GetValue(_list),
        Descriptions = parsed.GetValue(_descriptions),
    };
}
