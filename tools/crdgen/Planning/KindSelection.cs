using System.IO.Enumeration;

namespace Crdgen.Planning;

/// <summary>Which kinds are taken: those named, all versions or the served ones.</summary>
/// <param name="patterns"><c>apiVersion/Kind</c>, with <c>*</c> for any text; a name without a slash is that kind in any version. None: every kind.</param>
/// <param name="allVersions">Whether versions that are not served are taken too.</param>
internal sealed class KindSelection(IReadOnlyList<string> patterns, bool allVersions = false)
{
    public IReadOnlyList<string> Patterns { get; } = patterns;

    /// <summary>A kind that is named in full is taken served or not.</summary>
    public bool Takes(string apiVersion, string kind, bool served)
    {
        var name = $"{apiVersion}/{kind}";
        return Patterns.Count == 0
            ? served || allVersions
            : Patterns.Any(pattern => pattern == name || ((served || allVersions) && IsMatch(pattern, name)));
    }

    /// <summary>The patterns that none of these names matches.</summary>
    public IEnumerable<string> Unmatched(IReadOnlyCollection<string> names) => Patterns.Where(pattern => !names.Any(name => IsMatch(pattern, name)));

    private static bool IsMatch(string pattern, string name) =>
        FileSystemName.MatchesSimpleExpression(pattern.Contains('/', StringComparison.Ordinal) ? pattern : $"*/{pattern}", name, ignoreCase: false);
}
