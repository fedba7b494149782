using FsCheck.Xunit;

namespace Hardening.Primitives.Tests.Names;

public sealed class GlobTests
{
    private const string Alphabet = "ab*?";

    [Theory]
    [InlineData("*", "", true)]
    [InlineData("", "", true)]
    [InlineData("", "a", false)]
    [InlineData("?", "", false)]
    [InlineData("?", "a", true)]
    [InlineData("a*c", "abbc", true)]
    [InlineData("a*c", "ac", true)]
    [InlineData("a*c", "acb", false)]
    [InlineData("*a*b*", "xaxbx", true)]
    [InlineData("*aab", "aaab", true)]
    [InlineData("A", "a", false)]
    [InlineData("kube-*", "kube-system", true)]
    [InlineData("kube-*", "kubesystem", false)]
    public void A_pattern_matches_a_text(string pattern, string text, bool expected) => Assert.Equal(expected, Glob.Covers(pattern, text));

    [Theory]
    [InlineData("*", "a*", true)]
    [InlineData("a*", "a*b", true)]
    [InlineData("a*b", "a*", false)]
    [InlineData("?", "*", false)]
    [InlineData("a?", "a?", true)]
    [InlineData("a?", "ab", true)]
    [InlineData("ab", "a?", false)]
    [InlineData("?*", "*", false)]
    public void A_pattern_covers_a_narrower_one(string pattern, string narrower, bool expected) => Assert.Equal(expected, Glob.Covers(pattern, narrower));

    /// <summary>What covers a pattern matches every text that the pattern matches.</summary>
    [Property(MaxTest = 2000)]
    public void Covering_is_transitive_and_reflexive(uint one, uint other, uint third)
    {
        var (a, b, c) = (Text(one), Text(other), Text(third));

        Assert.True(Glob.Covers(a, a), a);
        if (Glob.Covers(a, b) && Glob.Covers(b, c))
            Assert.True(Glob.Covers(a, c), $"{a} covers {b} covers {c}");
    }

    private static string Text(uint number)
    {
        var text = "";
        for (; number > 0; number /= (uint)Alphabet.Length)
            text += Alphabet[(int)(number % (uint)Alphabet.Length)];
        return text;
    }
}
