using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace Hardening.Primitives.Tests.Network;

public sealed class DnsPatternTests
{
    private static readonly SemanticVersion Cilium118 = SemanticVersion.Parse("1.18.4");
    private static readonly SemanticVersion Cilium119 = SemanticVersion.Parse("1.19.0");

    [Theory]
    [InlineData("grafana.com", "grafana.com", true)]
    [InlineData("grafana.com", "Grafana.COM.", true)]
    [InlineData("grafana.com", "a.grafana.com", false)]
    [InlineData("*.x.io", "a.x.io", true)]
    [InlineData("*.x.io", "x.io", false)]
    [InlineData("*.x.io", "a.b.x.io", false)]
    [InlineData("*x.io", "x.io", true)]
    [InlineData("*x.io", "foox.io", true)]
    [InlineData("*x.io", "a.x.io", false)]
    [InlineData("a*c.x.io", "ac.x.io", true)]
    [InlineData("a*c.x.io", "abbc.x.io", true)]
    [InlineData("a*c.x.io", "abbd.x.io", false)]
    [InlineData("*.*.svc.cluster.local", "kube-dns.kube-system.svc.cluster.local", true)]
    [InlineData("a**c.io", "abc.io", true)]
    [InlineData("a**c.io", "a.c.io", false)]
    [InlineData("*", "anything.at.all", true)]
    [InlineData("**", "anything.at.all", true)]
    [InlineData("*.", "anything.at.all", true)]
    [InlineData("*", "", true)]
    [InlineData("*", ".", true)]
    [InlineData("*.", ".", true)]
    [InlineData("*.*", ".", false)]
    [InlineData("a", ".", false)]
    [InlineData("*", "a..b", false)]
    [InlineData("*.x.io", "_sip.x.io", true)]
    [InlineData("*.x.io", "é.x.io", false)]
    [InlineData("*.x.io", "a.x.io.evil.com", false)]
    [InlineData("x.io", "x-io", false)]
    public void Names_match_as_in_Cilium(string pattern, string name, bool matches)
    {
        Assert.Equal(matches, DnsPattern.Parse(pattern).Matches(name));
        Assert.Equal(matches, DnsPattern.Parse(pattern).Matches(name, Cilium118));
    }

    [Theory]
    [InlineData("a.x.io", true, true)]
    [InlineData("a.b.x.io", true, false)]
    [InlineData("a.b.c.d.x.io", true, false)]
    [InlineData("x.io", false, false)]
    [InlineData("ax.io", false, false)]
    public void Two_or_more_leading_stars_are_any_depth_from_Cilium_1_19_and_one_level_before(string name, bool now, bool before)
    {
        foreach (var pattern in new[] { "**.x.io", "***.x.io", "****.X.io." }.Select(DnsPattern.Parse))
        {
            Assert.True(pattern.IsDeep);
            Assert.Equal(now, pattern.Matches(name));
            Assert.Equal(now, pattern.Matches(name, Cilium119));
            Assert.Equal(before, pattern.Matches(name, Cilium118));
        }
    }

    [Theory]
    [InlineData("Grafana.COM.", "grafana.com", false)]
    [InlineData("*.Grafana.com", "*.grafana.com", true)]
    [InlineData("**.x.io", "**.x.io", true)]
    [InlineData("**x.io", "*x.io", true)]
    [InlineData("a.**.io", "a.*.io", true)]
    [InlineData("**.**.io", "**.*.io", true)]
    [InlineData("**", "*", true)]
    [InlineData("***.x.io", "**.x.io", true)]
    [InlineData("***x.io", "*x.io", true)]
    public void A_pattern_has_one_canonical_text(string text, string canonical, bool isPattern)
    {
        var pattern = DnsPattern.Parse(text);

        Assert.Equal((canonical, isPattern), (pattern.ToString(), pattern.IsPattern));
        Assert.Equal(pattern, DnsPattern.Parse(canonical));
    }

    [Theory]
    [InlineData("", "a DNS name cannot be empty")]
    [InlineData(null, "a DNS name cannot be empty")]
    [InlineData("https://x.io", "character 6: a DNS name has only letters, digits, hyphens, underscores, dots and *")]
    [InlineData("x.io:443", "character 5: a DNS name has only letters, digits, hyphens, underscores, dots and *")]
    [InlineData("x.io/a", "character 5: a DNS name has only letters, digits, hyphens, underscores, dots and *")]
    [InlineData("ex ample.io", "character 3: a DNS name has only letters, digits, hyphens, underscores, dots and *")]
    [InlineData("exämple.io", "character 3: a DNS name has only letters, digits, hyphens, underscores, dots and *")]
    [InlineData(".x.io", "character 1: a part of the name is missing here")]
    [InlineData("x..io", "character 3: a part of the name is missing here")]
    [InlineData("x.io..", "character 6: a part of the name is missing here")]
    [InlineData(".", "character 1: a part of the name is missing here")]
    [InlineData("**.", "character 4: a name is missing after **.")]
    [InlineData("***.", "character 5: a name is missing after **.")]
    [InlineData("x.io\n", "character 5: a DNS name has only letters, digits, hyphens, underscores, dots and *")]
    public void What_is_no_name_is_refused_with_place_and_reason(string? text, string expected)
    {
        Assert.False(DnsPattern.TryParse(text, out _, out var error));
        Assert.Equal(expected, error.ToString());
    }

    [Fact]
    public void A_name_has_at_most_254_characters_because_Cilium_adds_the_dot_before_it_measures()
    {
        Assert.True(DnsPattern.TryParse(new string('a', 254), out _, out _));
        Assert.True(DnsPattern.TryParse(new string('a', 254) + ".", out _, out _));
        foreach (var dot in new[] { "", "." })
        {
            Assert.False(DnsPattern.TryParse(new string('a', 255) + dot, out _, out var error));
            Assert.Equal("character 255: a DNS name is at most 254 characters long, without the dot that may end it", error.ToString());
        }
    }

    [Theory]
    [InlineData("*.x.io", "a.x.io", true)]
    [InlineData("*.x.io", "a*.x.io", true)]
    [InlineData("a*.x.io", "*.x.io", false)]
    [InlineData("*.x.io", "**.x.io", false)]
    [InlineData("**.x.io", "*.x.io", true)]
    [InlineData("**.x.io", "*.a.x.io", true)]
    [InlineData("**.x.io", "**.a.x.io", true)]
    [InlineData("**.a.x.io", "**.x.io", false)]
    [InlineData("**.x.io", "x.io", false)]
    [InlineData("*", "**.x.io", true)]
    [InlineData("**.x.io", "*", false)]
    [InlineData("*", "*", true)]
    public void A_pattern_covers_another_when_nothing_of_it_is_left_out(string wide, string narrow, bool covers)
    {
        Assert.Equal(covers, DnsPattern.Parse(wide).Covers(DnsPattern.Parse(narrow)));
    }

    [Fact]
    public void Before_Cilium_1_19_two_leading_stars_cover_no_more_than_one()
    {
        Assert.True(DnsPattern.Parse("*.x.io").Covers(DnsPattern.Parse("**.x.io"), Cilium118));
        Assert.False(DnsPattern.Parse("**.x.io").Covers(DnsPattern.Parse("*.a.x.io"), Cilium118));
    }

    [Property(MaxTest = 3000)]
    public Property What_a_covered_pattern_matches_the_covering_one_matches_too() => Prop.ForAll(Patterns(), Patterns(), Names(), (wide, narrow, name) =>
    {
        var (a, b) = (DnsPattern.Parse(wide), DnsPattern.Parse(narrow));
        return !a.Covers(b) || !b.Matches(name) || a.Matches(name);
    });

    [Property(MaxTest = 1000)]
    public Property Every_pattern_covers_itself_and_a_name_matches_itself() => Prop.ForAll(Patterns(), Names(), (pattern, name) =>
        DnsPattern.Parse(pattern).Covers(DnsPattern.Parse(pattern)) && DnsPattern.Parse(name).Matches(name));

    [Property(MaxTest = 3000)]
    public bool No_text_fails_other_than_by_being_refused(string? text) => DnsPattern.TryParse(text, out _, out var error) || error.Message.Length > 0;

    private static Gen<string> Labels(params string[] labels) =>
        from count in Gen.Choose(1, 4) from list in Gen.Elements(labels).ListOf(count) select string.Join('.', list);

    private static Arbitrary<string> Patterns() =>
        (from deep in Gen.Elements("", "", "**.") from rest in Labels("a", "*", "ab", "a*", "*b", "a*b") select deep + rest).ToArbitrary();

    private static Arbitrary<string> Names() => Labels("a", "b", "ab", "aab").ToArbitrary();
}
