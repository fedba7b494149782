using System.CommandLine;

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

    public void AddTo(Command command)
    {
        command.Add(_inputs);
        foreach (Option option in new Option[] { _schemas, _output, _namespace, _check })
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
        parsed.GetValue(_check));
}
