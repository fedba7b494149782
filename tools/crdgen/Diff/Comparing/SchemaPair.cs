using Crdgen.Model;
using Crdgen.Reading;

namespace Crdgen.Diff.Comparing;

/// <summary>A schema before and after, with the C# types that are generated from it; those are null where none are.</summary>
/// <param name="Old">The schema before.</param>
/// <param name="New">The schema after.</param>
/// <param name="OldType">The type before.</param>
/// <param name="NewType">The type after.</param>
/// <param name="IsProperty">Whether it is a property's schema, not that of a list's items or a map's values.</param>
/// <param name="IsWritten">Whether callers write it; a status is written by its controller.</param>
internal sealed record SchemaPair(Schema Old, Schema New, TypeModel? OldType, TypeModel? NewType, bool IsProperty, bool IsWritten)
{
    /// <summary>Whether it is the schema of the kind itself.</summary>
    public bool IsRoot { get; init; }

    public SchemaPair Property(string name, Schema old, Schema @new) => this with
    {
        Old = old,
        New = @new,
        OldType = Member(OldType, name)?.Type,
        NewType = Member(NewType, name)?.Type,
        IsProperty = true,
        IsRoot = false,
        IsWritten = IsWritten && !(IsRoot && name == "status"),
    };

    public SchemaPair Items() => this with { Old = Old.Items!, New = New.Items!, OldType = Element(OldType), NewType = Element(NewType), IsProperty = false };

    public SchemaPair Values() => this with
    {
        Old = Old.AdditionalProperties!,
        New = New.AdditionalProperties!,
        OldType = Value(OldType),
        NewType = Value(NewType),
        IsProperty = false,
    };

    public static PropertyModel? Member(TypeModel? type, string name) => type is TypeModel.ClassReference reference
        ? reference.Class.Properties.FirstOrDefault(property => property.WireName == name)
        : null;

    private static TypeModel? Element(TypeModel? type) => (type as TypeModel.ListModel)?.Element;

    private static TypeModel? Value(TypeModel? type) => (type as TypeModel.MapModel)?.Value;
}
