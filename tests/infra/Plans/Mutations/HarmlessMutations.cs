namespace Hardening.Infra.Tests.Plans.Mutations;

/// <summary>The committed table of changes that are accepted, each with the reason why that does no harm.</summary>
internal sealed class HarmlessMutations
{
    private readonly Dictionary<(string Kind, string Pattern), bool> _used = [];

    private HarmlessMutations()
    {
    }

    /// <summary>Lines that no change needed: the table says more than is true.</summary>
    public IEnumerable<string> Unused => _used.Where(line => !line.Value).Select(line => $"{line.Key.Kind} | {line.Key.Pattern}");

    /// <summary>Reads the table beside this file: kind, pattern, reason, separated by vertical bars.</summary>
    public static HarmlessMutations Load()
    {
        var table = new HarmlessMutations();
        foreach (var line in File.ReadLines(TestFiles.PathOf("Plans", "Mutations", "harmless.txt")))
        {
            if (line.Length == 0 || line[0] is '#')
                continue;
            var cells = line.Split('|', 3, StringSplitOptions.TrimEntries);
            Assert.True(cells.Length == 3 && cells[2].Length > 0, $"harmless.txt: a line needs kind, pattern and reason: {line}");
            foreach (var kind in cells[0].Split(',', StringSplitOptions.TrimEntries))
                Assert.True(table._used.TryAdd((kind, cells[1]), false), $"harmless.txt: twice: {kind} | {cells[1]}");
        }

        return table;
    }

    public bool Allows(Mutation mutation)
    {
        var key = (mutation.Kind, mutation.Pattern);
        if (!_used.ContainsKey(key))
            return false;
        _used[key] = true;
        return true;
    }
}
