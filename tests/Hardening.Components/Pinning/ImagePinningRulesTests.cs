using FsCheck.Xunit;

namespace Hardening.Components.Tests.Pinning;

public sealed class ImagePinningRulesTests
{
    [Theory]
    [InlineData("nginx", "has no tag, which means latest")]
    [InlineData("nginx:1.29", "has the tag 1.29, which names no complete version, day, commit or build")]
    [InlineData("nginx:1.29.3-nightly", "has the tag 1.29.3-nightly, which names no complete version, day, commit or build")]
    [InlineData("Nginx:1.29.3", "is no image reference: character 1: a repository is lower case")]
    [InlineData("GHCR.io/example/app:1.29.3", "has a registry with upper-case letters: write it in lower case")]
    public void A_refusal_says_why(string image, string reason) => Assert.Equal(new PinDecision(false, reason), new ImagePinningRules().Decide(image));

    [Fact]
    public void A_version_is_no_digest() =>
        Assert.Equal(new PinDecision(false, "has no digest"), new ImagePinningRules(ImageDigest.Required).Decide("nginx:1.29.3"));

    [Fact]
    public void What_the_rules_are_made_of_is_checked() =>
        Assert.Equal(
            ["digest", "twoNumberVersions[0]"],
            Assert.Throws<ComponentArgumentException>(() => new ImagePinningRules("Always", ["postgres"])).Problems.Select(problem => problem.Path));

    [Property]
    public bool No_text_makes_the_rules_fail_and_a_refusal_has_a_reason(string? image)
    {
        var decision = new ImagePinningRules().Decide(image);
        return decision.IsPinned == (decision.Reason is null);
    }

    [Property]
    public bool Every_complete_version_is_pinned(ushort major, ushort minor, ushort patch) =>
        new ImagePinningRules().Decide($"ghcr.io/example/app:v{major}.{minor}.{patch}").IsPinned;

    [Property]
    public bool No_version_of_two_numbers_is_pinned_unless_its_repository_is_listed(ushort major, ushort minor)
    {
        var rules = new ImagePinningRules(ImageDigest.Optional, ["docker.io/postgres"]);
        return rules.Decide($"postgres:{major}.{minor}").IsPinned && !rules.Decide($"mariadb:{major}.{minor}").IsPinned;
    }
}
