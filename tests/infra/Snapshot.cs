namespace Hardening.Infra.Tests;

/// <summary>Compares a text with a committed file. With <c>UPDATE_SNAPSHOTS=1</c> the files are written instead, for a reader to judge with git.</summary>
internal static class Snapshot
{
    public static void Matches(string name, string actual) => Matches(name, TestFiles.PathOf("Snapshots", name), actual);

    /// <summary>The same for a file elsewhere in the repository.</summary>
    public static void MatchesInRepository(string name, string actual) => Matches(name, TestFiles.InRepository(name), actual);

    private static void Matches(string name, string path, string actual)
    {
        if (Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") is "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, actual);
            return;
        }

        Assert.True(File.Exists(path), $"there is no snapshot {name}; UPDATE_SNAPSHOTS=1 writes it");
        var expected = File.ReadAllText(path);
        if (expected == actual)
            return;
        var wanted = expected.Split('\n');
        var got = actual.Split('\n');
        var line = 0;
        while (line < wanted.Length && line < got.Length && wanted[line] == got[line])
            line++;
        Assert.Fail($"{name} differs from line {line + 1} on:\n- {wanted.ElementAtOrDefault(line)}\n+ {got.ElementAtOrDefault(line)}\nUPDATE_SNAPSHOTS=1 writes the new text.");
    }
}
