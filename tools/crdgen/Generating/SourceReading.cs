using Crdgen.Output;
using Crdgen.Planning;
using Crdgen.Reading;

namespace Crdgen.Generating;

/// <summary>What one source gave.</summary>
internal sealed class SourceReading(PlannedSource planned)
{
    public PlannedSource Planned { get; } = planned;

    public string Name => Planned.Source.Name;

    /// <summary>The custom resources that were taken.</summary>
    public List<KindSchema> Kinds { get; } = [];

    /// <summary>The document, where the source is one of OpenAPI and built-in kinds are taken from it.</summary>
    public OpenApiDocument? BuiltIn { get; set; }

    /// <summary><c>apiVersion/Kind</c> of all that was seen, taken or not.</summary>
    public HashSet<string> Names { get; } = new(StringComparer.Ordinal);

    public List<Diagnostic> Errors { get; } = [];

    public List<Diagnostic> Warnings { get; } = [];

    /// <summary>What the command line has to say otherwise; nothing is written.</summary>
    public List<Diagnostic> Refusals { get; } = [];

    /// <summary>True for a file found in a folder that has nothing for crdgen.</summary>
    public bool IsPassedOver { get; set; }
}
