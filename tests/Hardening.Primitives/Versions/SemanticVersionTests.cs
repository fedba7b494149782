using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace Hardening.Primitives.Tests.Versions;

public sealed class SemanticVersionTests
{
    [Theory]
    [InlineData("1.19", 1, 19, 0, "")]
    [InlineData("v1.19.4", 1, 19, 4, "")]
    [InlineData("2", 2, 0, 0, "")]
    [InlineData("1.20.0-rc.1", 1, 20, 0, "rc.1")]
    [InlineData("v1.33.1+k3s1", 1, 33, 1, "")]
    [InlineData("1.20-pre.4+build.5", 1, 20, 0, "pre.4")]
    public void A_version_has_up_to_three_numbers(string text, int major, int minor, int patch, string preRelease)
    {
        var version = SemanticVersion.Parse(text);

        Assert.Equal((major, minor, patch, preRelease, text), (version.Major, version.Minor, version.Patch, version.PreRelease, version.ToString()));
    }

    [Theory]
    [InlineData("1.19", "1.18.4", 1)]
    [InlineData("1.19", "v1.19.0", 0)]
    [InlineData("1.9", "1.10", -1)]
    [InlineData("1.20.0-rc.1", "1.20.0", -1)]
    [InlineData("1.20.0-rc.2", "1.20.0-rc.10", -1)]
    [InlineData("1.20.0-alpha", "1.20.0-beta", -1)]
    [InlineData("1.20.0-1", "1.20.0-alpha", -1)]
    [InlineData("1.20.0-rc", "1.20.0-rc.1", -1)]
    [InlineData("1.33.1+k3s1", "1.33.1+rke2r1", 0)]
    public void Versions_compare_by_numbers_then_by_pre_release(string left, string right, int expected)
    {
        var (a, b) = (SemanticVersion.Parse(left), SemanticVersion.Parse(right));

        Assert.Equal(expected, Math.Sign(a.CompareTo(b)));
        Assert.Equal(expected == 0, a == b);
        Assert.Equal(expected != 0, a != b);
        Assert.Equal(expected >= 0, a >= b);
        Assert.Equal(expected > 0, a > b);
        Assert.Equal(expected <= 0, a <= b);
        Assert.Equal(expected < 0, a < b);
    }

    [Theory]
    [InlineData("1.19.0", true)]
    [InlineData("1.19.0-rc.1", true)]
    [InlineData("2.0", true)]
    [InlineData("1.18.99", false)]
    [InlineData("0.99", false)]
    public void A_feature_s_first_version_includes_its_pre_releases(string version, bool reached)
    {
        Assert.Equal(reached, SemanticVersion.Parse(version).IsAtLeast(1, 19));
    }

    [Theory]
    [InlineData("", "a version cannot be empty")]
    [InlineData(null, "a version cannot be empty")]
    [InlineData("v", "character 2: a number is missing here")]
    [InlineData("1.", "character 3: a number is missing here")]
    [InlineData(".1", "character 1: a number is missing here")]
    [InlineData("1..2", "character 3: a number is missing here")]
    [InlineData("1.2.3.4", "character 6: a version has at most three numbers")]
    [InlineData("1.x", "character 3: a version's parts are numbers")]
    [InlineData("latest", "character 1: a version's parts are numbers")]
    [InlineData("V1.2", "character 1: a version's parts are numbers")]
    [InlineData("1.2 ", "character 4: a version's parts are numbers")]
    [InlineData("1.2-", "character 5: a part of a pre-release is missing here")]
    [InlineData("1.2-a..b", "character 7: a part of a pre-release is missing here")]
    [InlineData("1.2+", "character 5: a part of build metadata is missing here")]
    [InlineData("1.2-a_b", "character 6: a pre-release has only letters, digits, hyphens and dots")]
    [InlineData("1.2+a+b", "character 6: build metadata has only letters, digits, hyphens and dots")]
    [InlineData("1234567890.1", "character 10: a version's part has at most 9 digits")]
    public void What_is_no_version_is_refused_with_place_and_reason(string? text, string expected)
    {
        Assert.False(SemanticVersion.TryParse(text, out _, out var error));
        Assert.Equal(expected, error.ToString());
    }

    [Fact]
    public void Nothing_is_older_than_any_version()
    {
        Assert.True(SemanticVersion.Parse("0.1") > null);
        Assert.True((SemanticVersion?)null < SemanticVersion.Parse("0.1"));
        Assert.True((SemanticVersion?)null == null);
        Assert.Throws<ArgumentException>(() => SemanticVersion.Parse("1").CompareTo("1"));
    }

    [Property(MaxTest = 1000)]
    public Property Order_is_consistent() => Prop.ForAll(Versions(), Versions(), Versions(), (x, y, z) =>
    {
        var (a, b, c) = (SemanticVersion.Parse(x), SemanticVersion.Parse(y), SemanticVersion.Parse(z));
        return Math.Sign(a.CompareTo(b)) == -Math.Sign(b.CompareTo(a))
            && (!(a <= b && b <= c) || a <= c)
            && (a != b || a.GetHashCode() == b.GetHashCode());
    });

    [Property(MaxTest = 3000)]
    public bool No_text_fails_other_than_by_being_refused(string? text) => SemanticVersion.TryParse(text, out _, out var error) || error.Message.Length > 0;

    private static Arbitrary<string> Versions() =>
        (from v in Gen.Elements("", "v")
         from minor in Gen.Choose(0, 3)
         from patch in Gen.Elements("", ".0", ".1")
         from pre in Gen.Elements("", "-rc.1", "-rc.2", "-alpha", "-1", "-rc.1.x")
         from build in Gen.Elements("", "+k3s1")
         select $"{v}1.{minor}{patch}{pre}{build}").ToArbitrary();
}
