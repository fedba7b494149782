using System.Globalization;
using System.Numerics;
using Crdgen.Import.Reading;
using Crdgen.Import.Writing;
using Crdgen.Model;
using Crdgen.Reading;

namespace Crdgen.Import.Values;

/// <summary>Scalars of a type as literals. What does not fit gives null and the reason.</summary>
internal static class Scalars
{
    private const double ExactIntegers = 9_007_199_254_740_992;

    public static Code? Write(TypeModel type, Node given, Place place, out string problem)
    {
        var node = ManifestScalars.Resolve(given);
        problem = "";
        switch (type)
        {
            case TypeModel.ScalarModel { CSharp: "string" } when node.Kind == NodeKind.Text:
                return Literals.Text(node.Text);
            case TypeModel.ScalarModel { CSharp: "string", IsQuantity: true } when node.Kind == NodeKind.Number:
                return Literals.Text(node.Text);
            case TypeModel.ScalarModel { CSharp: "string" } when node.Kind is NodeKind.Number or NodeKind.Boolean:
                problem = $"must be a string, is {Say(node, place)}: put it in quotes";
                return null;
            case TypeModel.ScalarModel { CSharp: "bool" } when node.Kind == NodeKind.Boolean:
                return Code.Of(node.Text);
            case TypeModel.ScalarModel { CSharp: "int" } when node.Kind == NodeKind.Number:
                return Integer(node, place, int.MinValue, int.MaxValue, "a 32-bit integer", out problem);
            case TypeModel.LongModel when node.Kind == NodeKind.Number:
                return Integer(node, place, -ExactIntegers, ExactIntegers, "an integer that a double carries exactly (up to 2^53)", out problem);
            case TypeModel.ScalarModel { CSharp: "double" } when node.Kind == NodeKind.Number:
                return Number(node, out problem);
            default:
                problem = $"must be {Say(type)}, is {Say(node, place)}";
                return null;
        }
    }

    /// <summary>A number of a free object. Integers keep their value or are refused: the wire has doubles only.</summary>
    public static Code? Number(Node node, out string problem)
    {
        problem = "";
        var value = double.Parse(node.Text, NumberStyles.Float, CultureInfo.InvariantCulture);
        if (!double.IsFinite(value))
        {
            problem = "the number is larger than any that can be sent";
            return null;
        }

        if (BigInteger.TryParse(node.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var exact) && new BigInteger(value) != exact)
        {
            problem = "the integer has more digits than a double carries";
            return null;
        }

        return Code.Of(Literals.Number(value));
    }

    public static string Say(TypeModel type) => type switch
    {
        TypeModel.ScalarModel { CSharp: "string" } => "a string",
        TypeModel.ScalarModel { CSharp: "bool" } => "true or false",
        TypeModel.ScalarModel { CSharp: "int" } or TypeModel.LongModel => "an integer",
        TypeModel.ScalarModel => "a number",
        TypeModel.IntOrStringModel => "an integer or a string",
        TypeModel.ListModel => "a list",
        _ => "an object",
    };

    public static string Say(Node node, Place place) => node.Kind switch
    {
        NodeKind.Null => "null",
        NodeKind.List => "a list",
        NodeKind.Map => "an object",
        _ when place.Hidden => "not (the value is not shown)",
        NodeKind.Text => $"the string {Shorten(node.Text)}",
        NodeKind.Number => $"the number {Shorten(node.Text)}",
        _ => node.Text,
    };

    private static string Shorten(string text)
    {
        var shown = text.Length > 60 ? $"{text[..60]}…" : text;
        return $"'{string.Concat(shown.Select(c => char.IsControl(c) || char.IsSurrogate(c) || c is '\u2028' or '\u2029' ? '?' : c))}'";
    }

    private static Code? Integer(Node node, Place place, double minimum, double maximum, string what, out string problem)
    {
        var value = double.Parse(node.Text, NumberStyles.Float, CultureInfo.InvariantCulture);
        var fits = value >= minimum && value <= maximum && Math.Floor(value) == value
            && (!BigInteger.TryParse(node.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var exact) || new BigInteger(value) == exact);
        problem = fits ? "" : $"must be {what}, is {Say(node, place)}";
        return fits ? Code.Of((value + 0.0).ToString("F0", CultureInfo.InvariantCulture)) : null;
    }
}
