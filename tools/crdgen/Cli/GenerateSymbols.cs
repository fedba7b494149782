using System.CommandLine;
using Crdgen.Planning;

namespace Crdgen.Cli;

/// <summary>The arguments and options of generating.</summary>
internal sealed class GenerateSymbols
{
    private readonly Argument<string[]> _inputs = new("inputs")
    {
        Description = "Plans (crds.json), or schema files and folders of them. None: every crds.json below the current folder.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private readonly Option<string?> _schemas = new("--schemas") { Description = "Folder that holds the schema files which the plans name." };
    private readonly Option<string?> _output = new("--output") { Description = "Project folder that gets the types of schema files given without a plan." };

    private readonly Option<string> _namespace = new("--namespace")
    {
        Description = "C# namespace of those types.",
        DefaultValueFactory = _ => "Crds",
    };

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
        foreach (Option option in new Option[] { _schemas, _output, _namespace, _check, _noOutputs, _patch, _list, _descriptions })
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
        Outputs = !parsed.GetValue(_noOutputs),
        Patch = parsed.GetValue(_patch),
        List = parsed.GetValue(_list),
        Descriptions = parsed.GetValue(_descriptions),
    };
}
