using Crdgen.Model;
using Crdgen.Output;
using Crdgen.Planning;
using Crdgen.Printing;
using Crdgen.Reading;

namespace Crdgen.Generating;

/// <summary>Makes the files of built-in kinds, in the shape that the official Pulumi.Kubernetes package gives them.</summary>
internal sealed class BuiltInFiles(Plan plan)
{
    public void Make(PlannedSchema planned, OpenApiDocument document, KindFiles made)
    {
        if (plan.Types is { } types)
        {
            Types(planned, document, types, made.Files);
        }

        if (plan.Models is not null)
        {
            made.Models.AddRange(new BuiltInKinds(document, planned, plan.Groups).Resources);
        }

        foreach (var wanted in planned.Kinds)
        {
            var kind = document.Kinds.FirstOrDefault(kind => $"{kind.ApiVersion}/{kind.Kind}" == wanted.Kind)
                ?? throw new SchemaException(wanted.Kind, "the document has no such kind");
            Table(wanted.Kind, kind, document.Definitions, made.Files);
        }

        foreach (var (name, definition) in planned.Definitions)
        {
            var schema = document.Definitions.GetValueOrDefault(definition) ?? throw new SchemaException(definition, "the document has no such definition");
            var slash = name.LastIndexOf('/');
            var apiVersion = name[..slash].Split('/');
            var kind = new KindSchema(apiVersion.Length == 1 ? "" : apiVersion[0], apiVersion[^1], name[(slash + 1)..], "", "", schema);
            Table(name, kind, document.Definitions, made.Files);
        }
    }

    private void Types(PlannedSchema planned, OpenApiDocument document, string types, List<GeneratedFile> files)
    {
        var kinds = new BuiltInKinds(document, planned, plan.Groups);
        var printer = new BuiltInPrinter(plan.Namespace, plan.PackageVersion ?? "");
        foreach (var resource in kinds.Resources)
        {
            files.Add(new GeneratedFile($"{types}/{resource.Namespace.Replace('.', '/')}/{resource.Name}.cs", printer.Resource(resource)));
        }

        foreach (var group in kinds.Inputs.GroupBy(model => model.Namespace, StringComparer.Ordinal))
        {
            files.Add(new GeneratedFile($"{types}/Types/Inputs/{group.Key}.cs", printer.Inputs(group.Key, group)));
        }

        foreach (var group in kinds.Outputs.GroupBy(model => model.Namespace, StringComparer.Ordinal))
        {
            files.Add(new GeneratedFile($"{types}/Types/Outputs/{group.Key}.cs", printer.Outputs(group.Key, group)));
        }
    }

    private void Table(string name, KindSchema kind, IReadOnlyDictionary<string, Schema> definitions, List<GeneratedFile> files)
    {
        if (plan.Tables is { } tables)
        {
            files.Add(new GeneratedFile($"{tables}/{name}.json", SchemaTablePrinter.Print(kind, definitions)));
        }
    }
}
