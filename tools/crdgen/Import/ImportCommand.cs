using System.Text;
using System.Text.RegularExpressions;
using Crdgen.Cli;
using Crdgen.Import.Kinds;
using Crdgen.Import.Reading;
using Crdgen.Import.Values;
using Crdgen.Import.Writing;
using Crdgen.Planning;

namespace Crdgen.Import;

/// <summary>Prints the C# of Kubernetes objects. What it cannot carry it says, with file, object and path, and carries the rest.</summary>
internal sealed partial class ImportCommand(Terminal terminal)
{
    public int Run(ImportOptions options)
    {
        if (Refusal(options) is { } refusal)
        {
            terminal.Errors.WriteLine(refusal);
            return ExitCodes.BadInput;
        }

        var report = new ImportReport();
        KindCatalog catalog;
        try
        {
            catalog = new KindCatalog(MoreKinds.Read(options, terminal, report));
        }
        catch (PlanException e)
        {
            terminal.Errors.WriteLine(e.Message);
            return ExitCodes.BadInput;
        }

        var manifests = new ManifestReader(terminal.CurrentFolder, terminal.Input, report).Read(options.Files);
        var secrets = new SecretKeys();
        var resources = Resources(manifests, catalog, options, secrets, report);
        Say(report);
        if (resources.Count == 0)
        {
            terminal.Errors.WriteLine("Nothing was imported.");
            return ExitCodes.BadInput;
        }

        var file = new ImportedFile(catalog, resources, secrets.Any);
        try
        {
            Write(options.Statements ? file.Statements() : file.Class(options.ClassName), options.Output);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            terminal.Errors.WriteLine($"The output cannot be written: {e.Message}");
            return ExitCodes.MissingEnvironment;
        }

        return report.Errors.Count > 0 ? ExitCodes.Findings : ExitCodes.Done;
    }

    private static string? Refusal(ImportOptions options) => options switch
    {
        { Statements: false } when !ClassText().IsMatch(options.ClassName) => $"--class: '{options.ClassName}' is not a C# name such as My.Infrastructure.Shop",
        { Schemas: not null, Plan: null } => "--schemas: is the folder of a plan's schema files; give the plan with --plan",
        _ => null,
    };

    private static List<ImportedResource> Resources(
        IReadOnlyList<Manifest> manifests,
        KindCatalog catalog,
        ImportOptions options,
        SecretKeys secrets,
        ImportReport report)
    {
        var names = new ResourceNames();
        var resources = new List<ImportedResource>();
        foreach (var manifest in manifests)
        {
            if (manifest.ApiVersion.StartsWith("kustomize.config.k8s.io/", StringComparison.Ordinal))
            {
                report.Note("kustomization files", "are no objects of a cluster: left out");
            }
            else if (catalog.Find(manifest.ApiVersion, manifest.Kind) is not { } kind)
            {
                report.Error(manifest.File, manifest.Root.Line, manifest.Title, UnknownKind(manifest, catalog));
            }
            else if (options.Patch && !kind.HasPatch)
            {
                report.Error(manifest.File, manifest.Root.Line, manifest.Title, $"no class patches {kind.Name}: generate one with crdgen --patch and give its definition with --crds FILE --namespace NAMESPACE, or its plan with --plan crds.json; without --patch it becomes a resource of its own");
            }
            else
            {
                var name = names.Resource(manifest);
                var values = new TypedValues(new ValueContext(manifest, kind, options.Patch, secrets, report));
                resources.Add(new ImportedResource(kind.Creates(options.Patch), names.Variable(name), name, values.Object(catalog.Args(kind, options.Patch), manifest.Root, new Place("", Hidden: false))));
            }
        }

        return resources;
    }

    private static string UnknownKind(Manifest manifest, KindCatalog catalog)
    {
        var name = $"{manifest.ApiVersion}/{manifest.Kind}";
        if (manifest.Kind == "CustomResourceDefinition")
        {
            return "definitions stay YAML: apply the file with Pulumi.Kubernetes.Yaml.V2.ConfigFile, and generate types of it with crdgen";
        }

        return catalog.Versions(manifest.Kind) is { Count: > 0 } versions
            ? $"there is no typed class of {name}, only of {string.Join(", ", versions)}: change apiVersion, or give the definition with --crds FILE --namespace NAMESPACE"
            : $"there is no typed class of {name}: generate one with crdgen and give its definition with --crds FILE --namespace NAMESPACE, or its plan with --plan crds.json";
    }

    private void Say(ImportReport report)
    {
        foreach (var error in report.Errors)
        {
            terminal.Errors.WriteLine($"error: {error}");
        }

        foreach (var note in report.Notes)
        {
            terminal.Errors.WriteLine($"note: {note}");
        }
    }

    private void Write(string text, string? output)
    {
        if (output is null)
        {
            terminal.Output.Write(text);
            return;
        }

        var path = Path.GetFullPath(output, terminal.CurrentFolder);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var temporary = $"{path}.{Environment.ProcessId}.tmp";
        File.WriteAllText(temporary, text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        File.Move(temporary, path, overwrite: true);
    }

    [GeneratedRegex(@"^[A-Za-z_][A-Za-z0-9_]*(\.[A-Za-z_][A-Za-z0-9_]*)*\z", RegexOptions.ExplicitCapture, 60_000)]
    private static partial Regex ClassText();
}
