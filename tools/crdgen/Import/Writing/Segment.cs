using Crdgen.Import.Kinds;

namespace Crdgen.Import.Writing;

/// <summary>A piece of an expression: text, or a type whose short or long name is chosen when all types are known.</summary>
internal readonly record struct Segment(string? Text, TypeName? Type)
{
    public static implicit operator Segment(string text) => new(text, null);

    public static implicit operator Segment(TypeName type) => new(null, type);
}
