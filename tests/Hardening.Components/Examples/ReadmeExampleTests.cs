using System.Runtime.CompilerServices;
using Hardening.Components.Tests.Support;

namespace Hardening.Components.Tests.Examples;

/// <summary>The examples of the package's README compile and run: their text is that of the methods in this folder.</summary>
public sealed class ReadmeExampleTests
{
    private static readonly Dictionary<string, Action> Examples = new(StringComparer.Ordinal)
    {
        [nameof(DashboardExample)] = DashboardExample.Run,
        [nameof(DisruptionExample)] = DisruptionExample.Run,
        [nameof(PhaseExample)] = PhaseExample.Run,
        [nameof(GitOpsProjectExample)] = GitOpsProjectExample.Run,
        [nameof(SealedSecretsExample)] = SealedSecretsExample.Run,
    };

    public static TheoryData<string> Names => [.. Examples.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task An_example_of_the_readme_runs(string name)
    {
        var stack = await RecordedStack.RunAsync(Examples[name]);

        Assert.True(stack.Resources.Count > 2);
        Assert.Contains($"```csharp\n{TextOf(name)}```\n", await File.ReadAllTextAsync(Path.Combine(Folder(), "..", "..", "..", "components", "Hardening.Components", "README.md")), StringComparison.Ordinal);
    }

    private static string TextOf(string name)
    {
        var lines = File.ReadAllLines(Path.Combine(Folder(), name + ".cs")).SkipWhile(line => !line.EndsWith("// <example>", StringComparison.Ordinal)).Skip(1)
            .TakeWhile(line => !line.EndsWith("// </example>", StringComparison.Ordinal)).ToList();
        return string.Concat(lines.Select(line => (line.Length > 8 ? line[8..] : "") + "\n"));
    }

    private static string Folder([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
