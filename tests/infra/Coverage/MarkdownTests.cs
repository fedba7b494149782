namespace Hardening.Infra.Tests.Coverage;

/// <summary>Every block of the documentation ends where it should: one that does not turns the rest of its page into code.</summary>
public sealed class MarkdownTests
{
    private const string Fence = "```";

    public static TheoryData<string> Pages => [.. new[] { ".", "components", "tools" }
        .SelectMany(folder => Directory.EnumerateFiles(TestFiles.InRepository(folder), "*.md", folder is "." ? SearchOption.TopDirectoryOnly : SearchOption.AllDirectories))
        .Select(path => Path.GetRelativePath(TestFiles.Root, path).Replace('\\', '/'))
        .Where(path => !path.Contains("/bin/", StringComparison.Ordinal) && !path.Contains("/obj/", StringComparison.Ordinal))
        .Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_block_of_code_is_closed(string page)
    {
        var (opened, number) = (0, 0);
        foreach (var line in File.ReadLines(TestFiles.InRepository(page)))
        {
            number++;
            if (!line.StartsWith(Fence, StringComparison.Ordinal))
                continue;
            if (opened > 0)
                Assert.True(line is Fence, $"{page}:{number} opens a block within the one of line {opened}");
            opened = opened > 0 ? 0 : number;
        }

        Assert.True(opened == 0, $"{page}:{opened} opens a block that nothing closes");
    }
}
