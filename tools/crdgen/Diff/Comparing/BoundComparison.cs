using System.Globalization;
using Crdgen.Reading;

namespace Crdgen.Diff.Comparing;

/// <summary>Bounds, patterns and unique items.</summary>
internal static class BoundComparison
{
    public static IEnumerable<LocalChange> Of(Schema old, Schema @new) =>
        old.Bounds.Concat(@new.Bounds).Select(bound => bound.Key).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)
            .Select(keyword => Of(keyword, Stated(old.Bound(keyword), keyword), Stated(@new.Bound(keyword), keyword)))
            .OfType<LocalChange>();

    /// <summary>Null where the keyword says nothing.</summary>
    private static Node? Stated(Node? bound, string keyword) => bound switch
    {
        { Kind: NodeKind.Boolean, Text: "false" } => null,
        { Kind: NodeKind.Number } when keyword is "minLength" or "minItems" or "minProperties" && Number(bound) == 0 => null,
        _ => bound,
    };

    private static LocalChange? Of(string keyword, Node? old, Node? @new)
    {
        if (old is not { Kind: NodeKind.Number } || @new is not { Kind: NodeKind.Number })
        {
            return LocalChange.Constraint(keyword, Say(old), Say(@new));
        }

        var (before, after) = (Number(old), Number(@new));
        if (before == after)
        {
            return null;
        }

        bool? isTighter = keyword switch
        {
            "multipleOf" => before != 0 && after % before == 0 ? true : after != 0 && before % after == 0 ? false : null,
            _ => IsLower(keyword) ? after > before : after < before,
        };
        return isTighter switch
        {
            true => LocalChange.Tightened(keyword, old.Text, @new.Text),
            false => LocalChange.Loosened(keyword, old.Text, @new.Text),
            _ => LocalChange.Changed(keyword, old.Text, @new.Text, Impact.May),
        };
    }

    private static bool IsLower(string keyword) => keyword is "minimum" or "exclusiveMinimum" or "minLength" or "minItems" or "minProperties";

    private static string? Say(Node? bound) => bound switch
    {
        null => null,
        { Kind: NodeKind.Boolean } => "",
        _ => bound.Text,
    };

    /// <summary>Exact where a decimal holds it: the largest 64-bit integers differ by one.</summary>
    private static decimal Number(Node bound)
    {
        if (decimal.TryParse(bound.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }

        return double.Parse(bound.Text, NumberStyles.Float, CultureInfo.InvariantCulture) switch
        {
            > 1 => decimal.MaxValue,
            < -1 => decimal.MinValue,
            _ => 0,
        };
    }
}
