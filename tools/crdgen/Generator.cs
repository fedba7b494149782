using Crdgen.Generating;
using Crdgen.Import.Kinds;
using Crdgen.Model;
using Crdgen.Output;
using Crdgen.Planning;

namespace Crdgen;

/// <summary>Carries out a plan: reads its schemas, makes the models, prints the files. Touches no disk but to read schemas.</summary>
internal sealed class Generator(Plan plan, IReadOnlyList<PlannedSource> sources)
{
    public Generator(Plan plan, string planFolder, string? schemas)
        : this(plan, PlannedSource.Of(plan, planFolder, schemas))
    {
    }

    /// <summary>Whether the models are kept beside the files made of them; they take several times as much memory.</summary>
    public bool KeepsModels { get; init; } = plan.Models is not null;

    /// <summary>Sources are read, and namespaces made, side by side; what comes out is sorted.</summary>
    public Generation Run()
    {
        var readings = sources
            .OrderBy(source => source.Source.Name, StringComparer.Ordinal)
            .AsParallel().AsOrdered()
            .Select(source => SourceReader.Read(source, plan.IsBuiltIn, plan.Descriptions == Descriptions.Full))
            .ToList();
        var custom = new CustomResourceFiles(plan, KeepsModels);
        var groups = readings
            .SelectMany(reading => reading.Kinds.Select(kind => (Source: reading.Planned, Kind: kind)))
            .GroupBy(kind => custom.Namespace(kind.Kind), StringComparer.Ordinal)
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .ToList();
        var made = groups
            .AsParallel().AsOrdered()
            .Select(group => custom.Make(group.Key, [.. group], groups.Select(other => other.Key)))
            .Append(BuiltIn(readings))
            .ToList();
        var models = made.SelectMany(files => files.Models).ToList();
        return new Generation(
            [.. made.SelectMany(files => files.Files).Concat(custom.Shared(made)).Concat(Table(models)).OrderBy(file => file.Path, StringComparer.Ordinal)],
            [.. Diagnostic.Sort(readings.SelectMany(reading => reading.Errors).Concat(made.SelectMany(files => files.Errors)))],
            [.. Diagnostic.Sort(readings.SelectMany(reading => reading.Warnings).Concat(made.SelectMany(files => files.Warnings)))])
        {
            Refusals = [.. Diagnostic.Sort(readings.SelectMany(reading => reading.Refusals)), .. Empty(readings), .. Unmatched(readings)],
            Models = models,
            PassedOver = [.. readings.Where(reading => reading.IsPassedOver).Select(reading => reading.Name)],
        };
    }

    private IEnumerable<GeneratedFile> Table(IEnumerable<ResourceModel> models) =>
        plan.Models is { } file ? [new GeneratedFile(file, KindTablePrinter.Print(models, plan.IsBuiltIn))] : [];

    private KindFiles BuiltIn(List<SourceReading> readings)
    {
        var files = new BuiltInFiles(plan);
        var made = new KindFiles();
        foreach (var reading in readings)
        {
            if (reading.BuiltIn is { } document)
            {
                made.Attempt(reading.Name, 0, () => files.Make(reading.Planned.Planned, document, made));
            }
        }

        return made;
    }

    /// <summary>Folders that have nothing for crdgen.</summary>
    private static IEnumerable<Diagnostic> Empty(List<SourceReading> readings) => readings
        .Where(reading => reading.Planned.FoundIn is not null)
        .GroupBy(reading => reading.Planned.FoundIn!, StringComparer.Ordinal)
        .Where(folder => folder.All(reading => reading.IsPassedOver))
        .Select(folder => new Diagnostic(folder.Key, "", $"none of its {folder.Count()} files holds a CustomResourceDefinition"));

    /// <summary>What <c>--kind</c> asks for and no source has.</summary>
    private static IEnumerable<Diagnostic> Unmatched(List<SourceReading> readings)
    {
        const int Shown = 30;
        var asked = readings.Where(reading => !reading.Planned.IsPlanned).ToList();
        if (asked.Count == 0 || asked.Exists(reading => reading.Errors.Count > 0))
        {
            return [];
        }

        var names = asked.SelectMany(reading => reading.Names).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        var has = names.Count == 0 ? "there is none" : $"there are {string.Join(", ", names.Take(Shown))}{(names.Count > Shown ? $", … ({names.Count} in all)" : "")}";
        return asked[0].Planned.Selection.Unmatched(names).Select(pattern => new Diagnostic($"--kind {pattern}", "", $"matches no kind: {has}"));
    }
}
