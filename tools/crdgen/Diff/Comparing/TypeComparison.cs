using Crdgen.Model;
using Crdgen.Printing;
using Crdgen.Reading;

namespace Crdgen.Diff.Comparing;

/// <summary>Types: those of the schema and those of C#.</summary>
internal static class TypeComparison
{
    private static readonly TypeNames Names = new(static _ => "args");

    /// <summary>Whether the two have so little in common that nothing else about them is compared.</summary>
    public static bool IsRetyped(SchemaPair pair) => Of(pair.Old) != Of(pair.New) && !IsNumber(pair.Old, pair.New);

    public static LocalChange Retyped(SchemaPair pair)
    {
        var (old, @new) = (Of(pair.Old), Of(pair.New));
        return new LocalChange(ChangeType.Retyped, "type", Facts.Type(pair.Old), Facts.Type(pair.New))
        {
            Manifests = Accepts(@new, old) ? Impact.None : Impact.Breaks,
            Code = IsSameCode(pair) ? Impact.None : Impact.Breaks,
        };
    }

    /// <summary>Every integer is a number, so that the other keywords still compare.</summary>
    public static LocalChange? Widened(SchemaPair pair) => (Of(pair.Old), Of(pair.New)) switch
    {
        ("integer", "number") => LocalChange.Loosened("type", "integer", "number"),
        ("number", "integer") => LocalChange.Tightened("type", "number", "integer"),
        _ => null,
    };

    /// <summary>Another C# type where the schema's type is the same: of a property, whatever is inside it.</summary>
    public static IEnumerable<LocalChange> Code(SchemaPair pair)
    {
        if (pair is { IsProperty: true, OldType: not null, NewType: not null } && !IsSameCode(pair) && !IsRetypedInside(pair))
        {
            yield return new LocalChange(ChangeType.Changed, "C# type", Say(pair.OldType), Say(pair.NewType)) { Code = Impact.Breaks };
        }
    }

    private static bool IsRetypedInside(SchemaPair pair) =>
        IsRetyped(pair)
        || (pair.Old.Items is not null && pair.New.Items is not null && IsRetypedInside(pair.Items()))
        || (pair.Old.AdditionalProperties is not null && pair.New.AdditionalProperties is not null && IsRetypedInside(pair.Values()));

    private static string Of(Schema schema) => schema switch
    {
        { Ref: { } reference } => reference,
        { IntOrString: true } => "int-or-string",
        { Type: { } type } => type,
        _ => schema.Properties.Count > 0 || schema.AdditionalProperties is not null ? "object" : "any",
    };

    private static bool IsNumber(Schema old, Schema @new) => Of(old) is "integer" or "number" && Of(@new) is "integer" or "number";

    private static bool Accepts(string type, string other) => type == "any" || (type == "int-or-string" && other is "string" or "integer");

    private static bool IsSameCode(SchemaPair pair) => pair is { OldType: not null, NewType: not null } && Say(pair.OldType) == Say(pair.NewType);

    private static string Say(TypeModel type) => Names.Input(type).Replace("global::", "", StringComparison.Ordinal)
        .Replace("Pulumi.", "", StringComparison.Ordinal).Replace("System.Collections.Immutable.", "", StringComparison.Ordinal);
}
