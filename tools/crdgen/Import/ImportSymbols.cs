using System.CommandLine;
using Crdgen.Cli;

namespace Crdgen.Import;

/// <summary><c>crdgen import</c> on the command line.</summary>
internal static class ImportSymbols
{
    public static Command Create(Terminal terminal)
    {
        var files = new Argument<string[]>("files") { Description = "YAML or JSON files of Kubernetes objects, folders of them, or - for standard input.", Arity = ArgumentArity.OneOrMore };
        var style = new Option<string>("--style") { Description = "class: a file with a class that creates all; statements: the body of a program.", DefaultValueFactory = _ => "class" };
        style.AcceptOnlyFromAmong("class", "statements");
        var className = new Option<string>("--class") { Description = "Name of the class, its namespace in front.", DefaultValueFactory = _ => "Imported.Manifests" };
        var output = new Option<string?>("--output") { Description = "File to write; without it standard output." };
        var patch = new Option<bool>("--patch") { Description = "The objects are patches of objects that something else owns: NamespacePatch and the like." };
        var plan = new Option<string?>("--plan") { Description = "A crds.json whose kinds are known too." };
        var schemas = new Option<string?>("--schemas") { Description = "Folder of the schema files which the plan names." };
        var crds = new Option<string[]>("--crds") { Description = "CustomResourceDefinitions, files or folders, whose kinds are known too.", AllowMultipleArgumentsPerToken = true };
        var @namespace = new Option<string>("--namespace") { Description = "C# namespace of the types generated from --crds.", DefaultValueFactory = _ => "Crds" };
        var command = new Command("import", "Print the C# that makes the objects of YAML files with typed Pulumi classes.")
        {
            files, style, className, output, patch, plan, schemas, crds, @namespace,
        };
        command.SetAction(parsed => new ImportCommand(terminal).Run(new ImportOptions(parsed.GetValue(files) ?? [])
        {
            Statements = parsed.GetValue(style) == "statements",
            ClassName = parsed.GetValue(className)!,
            Output = parsed.GetValue(output),
            Patch = parsed.GetValue(patch),
            Plan = parsed.GetValue(plan),
            Schemas = parsed.GetValue(schemas),
            Crds = parsed.GetValue(crds) ?? [],
            Namespace = parsed.GetValue(@namespace)!,
        }));
        return command;
    }
}
