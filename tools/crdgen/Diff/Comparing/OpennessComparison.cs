using Crdgen.Model;
using Crdgen.Reading;

namespace Crdgen.Diff.Comparing;

/// <summary>What becomes of members that a schema does not name: the API server prunes them, keeps them, or checks them.</summary>
internal static class OpennessComparison
{
    private const string Pruned = "pruned";
    private const string Kept = "kept";

    public static LocalChange? Of(Schema old, Schema @new)
    {
        var (before, after) = (Say(old), Say(@new));
        if (before == after || (Rank(old) == Rank(@new)))
        {
            return null;
        }

        return Rank(@new) < Rank(old) ? LocalChange.Tightened("other fields", before, after) : LocalChange.Loosened("other fields", before, after);
    }

    public static bool IsClosed(Schema schema) => Rank(schema) == 0;

    private static int Rank(Schema schema) => schema switch
    {
        { PreserveUnknownFields: true } or { AdditionalPropertiesAllowed: true } => 2,
        { AdditionalProperties: not null } => 1,
        _ => 0,
    };

    private static string Say(Schema schema) => Rank(schema) switch
    {
        2 => Kept,
        1 => $"each {Facts.Type(schema.AdditionalProperties!)}",
        _ => Pruned,
    };
}
