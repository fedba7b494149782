namespace Crdgen.Model;

/// <summary>C# names for the kinds of one namespace: the kind's own name wherever C# takes it as a class.</summary>
internal static class KindNames
{
    /// <summary>The part of a namespace that holds what the API server returns.</summary>
    public const string Outputs = "Outputs";

    /// <summary>Members of every resource class, which none of them may therefore be named.</summary>
    private static readonly HashSet<string> Members = new(StringComparer.Ordinal)
    {
        "Get", "GroupName", "KindName", "PluralName", "ScopeName", "TypeToken", "VersionName",
    };

    /// <summary>
    /// The name of each kind's class. Which name a kind gets depends on the kinds of the namespace, not on their order. Files are named after classes, and
    /// some file systems do not tell cases apart: two classes differ in more than that.
    /// </summary>
    /// <param name="kinds">The names of the kinds.</param>
    /// <param name="used">Gets the names of the classes and of those named after them.</param>
    /// <param name="suffixes">What the names of the classes beside that of the resource end in.</param>
    public static IReadOnlyDictionary<string, string> Of(IEnumerable<string> kinds, ISet<string> used, params string[] suffixes)
    {
        var files = new HashSet<string>(used, StringComparer.OrdinalIgnoreCase);
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var kind in kinds.Distinct(StringComparer.Ordinal).OrderBy(kind => kind.Length).ThenBy(kind => kind, StringComparer.Ordinal))
        {
            var plain = Plain(kind);
            var name = plain;
            for (var number = 2; files.Contains(name) || used.Contains(name) || suffixes.Any(suffix => used.Contains(name + suffix)); number++)
            {
                name = $"{plain}{number}";
            }

            files.Add(name);
            used.Add(name);
            used.UnionWith(suffixes.Select(suffix => name + suffix));
            names.Add(kind, name);
        }

        return names;
    }

    private static string Plain(string kind)
    {
        var name = Names.Pascal(kind);
        return Members.Contains(name) ? $"{name}Resource" : name;
    }
}
