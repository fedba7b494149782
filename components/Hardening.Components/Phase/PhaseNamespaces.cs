using System.Globalization;

namespace Hardening.Components;

/// <summary>Checks the namespaces of a phase.</summary>
internal static class PhaseNamespaces
{
    private const int WorthASecondThread = 64;

    public static IReadOnlyList<CheckedNamespace> Check(IReadOnlyList<HardenedNamespaceArgs> namespaces, PhaseProblems problems)
    {
        var all = Check(namespaces);
        var names = new HashSet<string>(StringComparer.Ordinal);
        for (var index = 0; index < all.Length; index++)
        {
            var path = string.Create(CultureInfo.InvariantCulture, $"namespaces[{index}]");
            var name = all[index].Args.Name;
            problems.Add(path, all[index].Whole);
            if (!string.IsNullOrEmpty(name) && !names.Add(name))
            {
                problems.Add(path + ".name", name, "is the name of an earlier namespace too", "merge the two");
            }
        }

        return all;
    }

    /// <summary>Checking is pure, so that many namespaces are checked on two threads.</summary>
    private static CheckedNamespace[] Check(IReadOnlyList<HardenedNamespaceArgs> namespaces)
    {
        var results = new CheckedNamespace[namespaces.Count];
        if (results.Length < WorthASecondThread)
        {
            for (var index = 0; index < results.Length; index++)
            {
                results[index] = CheckedNamespace.Of(namespaces[index]);
            }
        }
        else
        {
            Parallel.For(0, results.Length, new ParallelOptions { MaxDegreeOfParallelism = 2 }, index => results[index] = CheckedNamespace.Of(namespaces[index]));
        }

        return results;
    }
}
