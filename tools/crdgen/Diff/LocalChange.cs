namespace Crdgen.Diff;

/// <summary>What changed in a schema, wherever it stands.</summary>
/// <param name="Type">What happened.</param>
/// <param name="Subject">What it happened to: a keyword, <c>property</c>, <c>enum value</c>, <c>C# type</c>, …</param>
/// <param name="Old">The old value; null where there was none.</param>
/// <param name="New">The new value; null where there is none.</param>
internal sealed record LocalChange(ChangeType Type, string Subject, string? Old, string? New)
{
    /// <summary>What it means to manifests written before.</summary>
    public Impact Manifests { get; init; }

    /// <summary>What it means to C# written against the types generated before.</summary>
    public Impact Code { get; init; }

    /// <summary>The property concerned, below the schema's own place; null for the schema itself.</summary>
    public string? Property { get; init; }

    /// <summary>A hint for the reader.</summary>
    public string? Note { get; init; }

    /// <summary>A keyword that refuses more than before.</summary>
    public static LocalChange Tightened(string subject, string? old, string? @new) => new(ChangeType.Tightened, subject, old, @new) { Manifests = Impact.Breaks };

    /// <summary>A keyword that refuses less than before.</summary>
    public static LocalChange Loosened(string subject, string? old, string? @new) => new(ChangeType.Loosened, subject, old, @new);

    /// <summary>A keyword that refuses something else than before.</summary>
    public static LocalChange Changed(string subject, string? old, string? @new, Impact manifests) => new(ChangeType.Changed, subject, old, @new) { Manifests = manifests };

    /// <summary>A keyword that refuses something wherever it stands: tightened where it is new, loosened where it is gone.</summary>
    public static LocalChange? Constraint(string subject, string? old, string? @new) => (old, @new) switch
    {
        (null, not null) => Tightened(subject, null, @new),
        (not null, null) => Loosened(subject, old, null),
        _ when old == @new => null,
        _ => Changed(subject, old, @new, Impact.May),
    };
}
