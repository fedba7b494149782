namespace Crdgen.Model;

/// <summary>C# names for the kinds of one namespace: the kind's own name wherever C# takes it as a class.</summary>
internal static class KindNames
{
    /// <summary>Members of every resource class, which none of them may therefore be named.</summary>
    private static readonly HashSet<string> Members = new(StringComparer.Ordinal)
    {
        "Get", "GroupName", "KindName", "PluralName", "ReadArgs", "ScopeName", "TypeToken", "VersionName",
    };

    /// <summary>The name of each kind's class. Which name a kind gets depends on the kinds of the namespace, not on their order.</summary>
    /// <param name="kinds">The names of the kinds.</param>
    /// <param name="used">Gets the names of the classes and of their args.</param>
    public static IReadOnlyDictionary<string, string> Of(IEnumerable<string> kinds, ISet<string> used)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var kind in kinds.Distinct(StringComparer.Ordinal).OrderBy(kind => kind.Length).ThenBy(kind => kind, StringComparer.Ordinal))
        {
            var plain = Plain(kind);
            var name = plain;
            for (var number = 2; used.Contains(name) || used.Contains($"{name}Args"); number++)
            {
                name = $"{plain}{number}";
            }

            used.Add(name);
            used.Add($"{name}Args");
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
