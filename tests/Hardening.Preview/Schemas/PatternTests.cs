using System.Text.RegularExpressions;
using FsCheck.Xunit;
using Hardening.Preview.Schemas;

namespace Hardening.Preview.Tests.Schemas;

public class PatternTests
{
    [Theory]
    [InlineData("^a$", "a", true)]
    [InlineData("^a$", "a\n", false)]
    [InlineData(@"^\d+$", "12", true)]
    [InlineData(@"^\d+$", "١٢", false)]
    [InlineData(@"^[\w.]+$", "a_1.", true)]
    [InlineData(@"^[\w]+$", "é", false)]
    [InlineData(@"^\s$", "\u00a0", false)]
    [InlineData(@"^\PC*$", "abc", true)]
    [InlineData(@"^\PC*$", "a\u0007", false)]
    [InlineData(@"^\pL+$", "é", true)]
    [InlineData(@"^[[:alpha:]]+$", "ab", true)]
    [InlineData(@"^[[:alpha:]]+$", "a1", false)]
    [InlineData(@"^[^[:space:]]+$", "a b", false)]
    [InlineData(@"^[]a]+$", "]a", true)]
    [InlineData(@"^[a[]+$", "[a", true)]
    [InlineData(@"^[a-z-[x]+$", "b-[x", true)]
    [InlineData(@"^\Qa.b\E$", "a.b", true)]
    [InlineData(@"^\Qa.b\E$", "axb", false)]
    [InlineData(@"^(?P<n>a)$", "a", true)]
    [InlineData(@"^(?i)(abort|warn)?$", "WARN", true)]
    [InlineData(@"^\x{41}$", "A", true)]
    [InlineData(@"^.{2,}|[^./]$", ".", false)]
    [InlineData(@"^(http|https)://.+$", "http://x", true)]
    public void A_pattern_means_what_it_means_to_the_api_server(string pattern, string value, bool expected)
    {
        Assert.True(Pattern.Of(pattern).IsChecked);
        Assert.Equal(expected, Pattern.Of(pattern).IsMatch(value));
    }

    [Theory]
    [InlineData("(?U)a*")]
    [InlineData("(?m)^a$")]
    [InlineData(@"\p{Greek}")]
    [InlineData(@"\C")]
    [InlineData("[a")]
    [InlineData("a**")]
    [InlineData("(")]
    [InlineData(@"\")]
    [InlineData(@"[^\W]")]
    [InlineData(@"\x{10FFFF}")]
    public void A_pattern_that_cannot_be_checked_refuses_nothing(string pattern)
    {
        Assert.False(Pattern.Of(pattern).IsChecked);
        Assert.True(Pattern.Of(pattern).IsMatch("anything"));
    }

    [Fact]
    public void A_pattern_that_takes_a_backtracking_engine_forever_is_decided()
        => Assert.False(Pattern.Of("^(([a-zA-Z0-9]-?)*[a-zA-Z](-?[a-zA-Z0-9])*)x$").IsMatch(new string('a', 64) + "!"));

    [Property(MaxTest = 300)]
    public void Hostile_patterns_never_throw(FsCheck.NonNull<string> pattern, FsCheck.NonNull<string> value)
    {
        _ = Pattern.Of(pattern.Get).IsMatch(value.Get);
    }

    [Property(Arbitrary = [typeof(NameArbitraries)], MaxTest = 1000)]
    public void Patterns_decided_by_hand_decide_as_the_regular_expression_does(string value)
    {
        foreach (var pattern in NameArbitraries.Patterns)
        {
            var regex = new Regex(Re2.ToDotNet(pattern)!, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
            Assert.True(regex.IsMatch(value) == KnownPatterns.Find(pattern)!(value), $"{pattern} and \"{value}\"");
        }
    }
}
