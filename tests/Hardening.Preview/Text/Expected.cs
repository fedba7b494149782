namespace Hardening.Preview.Tests.Text;

/// <summary>Compares a text with a file beside the tests; <c>HARDENING_UPDATE_EXPECTED=1</c> writes the source file anew.</summary>
public static class Expected
{
    public static void Matches(string actual, string file, [System.Runtime.CompilerServices.CallerFilePath] string caller = "")
    {
        if (Environment.GetEnvironmentVariable("HARDENING_UPDATE_EXPECTED") == "1")
        {
            File.WriteAllText(Path.Combine(Path.GetDirectoryName(caller)!, file), actual);
            return;
        }

        var expected = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Text", file)).ReplaceLineEndings("\n");
        if (actual == expected)
        {
            return;
        }

        var (have, want) = (actual.Split('\n'), expected.Split('\n'));
        var line = Enumerable.Range(0, Math.Max(have.Length, want.Length)).First(i => have.ElementAtOrDefault(i) != want.ElementAtOrDefault(i));
        Assert.Fail($"{file}, line {line + 1}:\n- {want.ElementAtOrDefault(line)}\n+ {have.ElementAtOrDefault(line)}\n\n{actual}");
    }
}
