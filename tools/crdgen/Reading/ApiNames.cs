using System.Text.RegularExpressions;

namespace Crdgen.Reading;

/// <summary>What the API server accepts as names. They become C# names and files, so nothing else goes through.</summary>
internal static partial class ApiNames
{
    private const int Shown = 300;

    /// <exception cref="SchemaException">The text is not allowed.</exception>
    public static string Check(string text, Regex allowed, string path, int line = 0) =>
        allowed.IsMatch(text) ? text : throw new SchemaException(path, $"is not a valid name: '{Shorten(text)}'", line);

    [GeneratedRegex(@"^[A-Za-z][A-Za-z0-9]{0,62}\z", RegexOptions.None, 60_000)]
    public static partial Regex Kind();

    [GeneratedRegex(@"^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?\z", RegexOptions.ExplicitCapture, 60_000)]
    public static partial Regex Label();

    [GeneratedRegex(@"^(?=.{1,253}\z)[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?(\.[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?)*\z", RegexOptions.ExplicitCapture, 60_000)]
    public static partial Regex Group();

    [GeneratedRegex(@"^(Namespaced|Cluster)\z", RegexOptions.ExplicitCapture, 60_000)]
    public static partial Regex Scope();

    private static string Shorten(string text) => text.Length <= Shown ? text : $"{text[..Shown]}… ({text.Length} characters)";
}
