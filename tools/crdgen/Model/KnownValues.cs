using System.Globalization;
using Crdgen.Printing;
using Crdgen.Reading;

namespace Crdgen.Model;

/// <summary>Makes constants of the values that an <c>enum</c> lists: of a property, of a list's elements, of a map's values, however deep these are nested.</summary>
internal static class KnownValues
{
    /// <summary>The schema whose values a property holds in the end.</summary>
    public static Schema Innermost(Schema schema, EffectiveSchemas effective, string path)
    {
        var current = effective.Of(schema, path);
        for (var depth = 0; depth < ShapePlaces.MaximumNesting; depth++)
        {
            var inside = current switch
            {
                { IntOrString: true } => null,
                { Type: "array", Items: { } items } => items,
                { Type: "object", Properties.Count: 0, AdditionalProperties: { } values } => values,
                _ => null,
            };
            if (inside is null)
            {
                return current;
            }

            current = effective.Of(inside, path);
        }

        return current;
    }

    /// <summary>The constants; none where the values are of no type that C# has constants of.</summary>
    public static IReadOnlyList<ConstantModel> Of(Schema schema, string className)
    {
        var used = new HashSet<string>(StringComparer.Ordinal);
        return [.. schema.Enum.DistinctBy(value => (value.Kind, value.Text)).Select(value => Constant(value, schema, used, className)).OfType<ConstantModel>()];
    }

    private static ConstantModel? Constant(Node value, Schema schema, HashSet<string> used, string className)
    {
        var type = schema.IntOrString && value.Kind == NodeKind.Number ? "integer" : schema.Type;
        (string Type, string Literal)? constant = (value.Kind, type) switch
        {
            (NodeKind.Text, "string" or null) => ("string", CSharp.Literal(value.Text)),
            (NodeKind.Text, _) when schema.IntOrString => ("string", CSharp.Literal(value.Text)),
            (NodeKind.Boolean, "boolean") => ("bool", value.Text),
            (NodeKind.Number, "integer") => Integer(value.Text, schema),
            (NodeKind.Number, "number") when Double(value.Text) is { } number => ("double", number),
            _ => null,
        };
        return constant is { } known
            ? new ConstantModel(Names.Unused(Names.Property(Names.Constant(value.Text), className), used), known.Type, known.Literal, value.Text)
            : null;
    }

    private static (string Type, string Literal)? Integer(string text, Schema schema) =>
        !long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? null
        : int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _) && (schema.IntOrString || Integers.FitInt32(schema)) ? ("int", Write(number))
        : ("long", Write(number));

    // C# has no literal for the smallest numbers but their names.
    private static string Write(long number) => number == long.MinValue ? "long.MinValue" : number.ToString(CultureInfo.InvariantCulture);

    private static string? Double(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? $"{number.ToString("R", CultureInfo.InvariantCulture)}d" : null;
}
