using System.Globalization;
using Crdgen.Reading;

namespace Crdgen.Model;

/// <summary>How large the integers of a schema may be.</summary>
internal static class Integers
{
    /// <summary>The schema says that 32 bits are enough; without a word they are not.</summary>
    public static bool FitInt32(Schema schema) =>
        schema.Format == "int32"
        || (int.TryParse(schema.Bound("minimum")?.Text, NumberFormatInfo.InvariantInfo, out _)
            && int.TryParse(schema.Bound("maximum")?.Text, NumberFormatInfo.InvariantInfo, out _));
}
