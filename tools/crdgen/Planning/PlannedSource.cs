using Crdgen.Reading;

namespace Crdgen.Planning;

/// <summary>A source and what is taken from it.</summary>
/// <param name="Source">Where the schemas are.</param>
/// <param name="Planned">What the plan says about it; without a plan nothing but the name.</param>
/// <param name="Selection">The kinds that are taken.</param>
internal sealed record PlannedSource(SchemaSource Source, PlannedSchema Planned, KindSelection Selection)
{
    /// <summary>The folder that it was found in rather than named: where it holds no definition it is passed over.</summary>
    public string? FoundIn { get; init; }

    /// <summary>From a plan: what is missing then is an error of the file, else of the command line.</summary>
    public bool IsPlanned { get; init; }

    /// <summary>The files of a plan.</summary>
    public static IReadOnlyList<PlannedSource> Of(Plan plan, string planFolder, string? schemas) =>
        [.. plan.Schemas.Select(planned => new PlannedSource(
            new FileSource(planned.Locate(planFolder, schemas), planned.File),
            planned,
            new KindSelection([.. planned.Kinds.Select(kind => kind.Kind)])) { IsPlanned = true })];
}
