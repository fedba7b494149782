using System.Text;
using Crdgen.Printing;
using Crdgen.Reading;

namespace Crdgen.Generating;

/// <summary>What a kind says besides its schema's rules: prose and deprecation.</summary>
internal static class Wording
{
    /// <summary>The same text for the same words, so that of kinds that are otherwise one the first by it is the same in every order of files and documents.</summary>
    public static string Of(KindSchema kind)
    {
        var text = new StringBuilder().Append(kind.Deprecated ? "1" : "0").Append(kind.DeprecationWarning);
        Add(text, kind.Schema);
        return text.ToString();
    }

    private static void Add(StringBuilder text, Schema schema)
    {
        text.Append('\n').Append(schema.Prose);
        foreach (var (_, child) in SharedSchemas.Children(schema))
        {
            Add(text, child);
        }
    }
}
