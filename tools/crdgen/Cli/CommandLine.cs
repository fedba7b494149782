using System.CommandLine;

namespace Crdgen.Cli;

/// <summary>The command line of crdgen.</summary>
internal static class CommandLine
{
    public static RootCommand Create(TextWriter output, TextWriter errors)
    {
        var inputs = new Argument<string[]>("inputs")
        {
            Description = "Plans (crds.json), or schema files and folders of them. None: every crds.json below the current folder.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var schemas = new Option<string?>("--schemas") { Description = "Folder that holds the schema files which the plans name." };
        var folder = new Option<string?>("--output") { Description = "Project folder that gets the types of schema files given without a plan." };
        var @namespace = new Option<string>("--namespace") { Description = "C# namespace of those types.", DefaultValueFactory = _ => "Crds" };
        var check = new Option<bool>("--check") { Description = "Write nothing; exit with 1 where the files differ from what the schemas give." };
        var root = new RootCommand("Typed Pulumi C# and schema tables from CustomResourceDefinitions and Kubernetes OpenAPI.")
        {
            inputs, schemas, folder, @namespace, check,
        };
        root.SetAction(parsed => new GenerateCommand(output, errors).Run(new GenerateOptions(
            parsed.GetValue(inputs) ?? [],
            Environment.CurrentDirectory,
            parsed.GetValue(schemas),
            parsed.GetValue(@namespace)!,
            parsed.GetValue(folder),
            parsed.GetValue(check))));
        return root;
    }
}
