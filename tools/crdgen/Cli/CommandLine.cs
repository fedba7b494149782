using System.CommandLine;

namespace Crdgen.Cli;

/// <summary>The command line of crdgen.</summary>
internal static class CommandLine
{
    public static RootCommand Create(TextWriter output, TextWriter errors)
    {
        var plans = new Argument<FileInfo[]>("plans") { Description = "crds.json files to carry out.", Arity = ArgumentArity.OneOrMore };
        var schemas = new Option<DirectoryInfo>("--schemas") { Description = "Folder that holds the schema files of the plans.", Required = true };
        var check = new Option<bool>("--check") { Description = "Write nothing; exit with 1 where the files differ from what the schemas give." };
        var root = new RootCommand("Typed Pulumi C# and schema tables from CustomResourceDefinitions and Kubernetes OpenAPI.") { plans, schemas, check };
        root.SetAction(parsed => new GenerateCommand(output, errors).Run(parsed.GetValue(plans)!, parsed.GetValue(schemas)!, parsed.GetValue(check)));
        return root;
    }
}
