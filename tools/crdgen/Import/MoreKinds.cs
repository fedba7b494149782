using Crdgen.Cli;
using Crdgen.Import.Kinds;
using Crdgen.Planning;

namespace Crdgen.Import;

/// <summary>The kinds of a plan or of definitions, beside those that the tool knows.</summary>
internal static class MoreKinds
{
    /// <exception cref="PlanException">The plan or a definition's file is not usable.</exception>
    public static IEnumerable<KnownKind> Read(ImportOptions options, Terminal terminal, ImportReport report)
    {
        var currentFolder = terminal.CurrentFolder;
        var plans = new List<PlanInFolder>();
        if (options.Plan is { } plan)
        {
            plans.AddRange(Inputs.Read(new GenerateOptions([plan], currentFolder, options.Schemas), terminal));
        }

        if (options.Crds.Count > 0)
        {
            plans.AddRange(Inputs.Read(new GenerateOptions([.. options.Crds], currentFolder, Namespace: options.Namespace, Output: currentFolder) { Patch = options.Patch }, terminal));
        }

        var schemas = options.Schemas is { } folder ? Path.GetFullPath(folder, currentFolder) : null;
        var kinds = new List<KnownKind>();
        foreach (var planned in plans)
        {
            // The table of a plan needs no schemas.
            if (schemas is null && planned.Plan.Models is { } table && File.Exists(Path.Combine(planned.Folder, table)))
            {
                kinds.AddRange(KindTable.Read(File.ReadAllBytes(Path.Combine(planned.Folder, table))));
                continue;
            }

            var generation = new Generator(planned.Plan, planned.Sources) { KeepsModels = true }.Run();
            foreach (var error in generation.Errors.Concat(generation.Refusals))
            {
                report.Error(error.File, error.Line, error.Path, error.Message);
            }

            kinds.AddRange(generation.Models.Select(resource => KnownKind.Of(resource, planned.Plan.IsBuiltIn)));
        }

        return kinds;
    }
}
