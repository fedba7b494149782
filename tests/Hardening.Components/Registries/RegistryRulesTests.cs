using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace Hardening.Components.Tests.Registries;

public sealed class RegistryRulesTests
{
    private static readonly RegistryRules Rules = new(["docker.io", "ghcr.io/fluxcd", "registry.local:5000/team"]);

    [Fact]
    public void Trusted_registries_are_listed_in_canonical_form()
    {
        Assert.Equal(["docker.io", "docker.io/grafana", "[::1]:5000"], new RegistryRules(["registry-1.docker.io", "index.docker.io/grafana", "[::1]:5000"]).Trusted);
    }

    [Theory]
    [InlineData("ghcr.io/other/x:1", "comes from ghcr.io/other/x, which is below none of docker.io, ghcr.io/fluxcd, registry.local:5000/team")]
    [InlineData("GHCR.io/fluxcd/x", "has a registry with upper-case letters: write it in lower case")]
    [InlineData("sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef", "is the identifier of an image on the node, which says nothing of its registry")]
    [InlineData("nginx:", "is no image reference: character 7: a tag is missing after the colon")]
    [InlineData("", "is no image reference: an image reference cannot be empty")]
    public void A_refusal_says_why(string image, string expected)
    {
        var decision = Rules.Decide(image);

        Assert.False(decision.IsTrusted);
        Assert.Equal(expected, decision.Reason);
    }

    [Fact]
    public void A_trusted_image_has_no_reason_against_it()
    {
        Assert.Equal(new RegistryDecision(true, null), Rules.Decide("nginx"));
        Assert.True(new RegistryRules(["[::1]:5000"]).Decide("[::1]:5000/nginx").IsTrusted);
    }

    [Fact]
    public void Entries_that_are_none_are_refused_together()
    {
        var refusal = Assert.Throws<ComponentArgumentException>(() => new RegistryRules(["GHCR.io", "a"]));

        Assert.Equal(["registries[0]", "registries[1]"], refusal.Problems.Select(problem => problem.Path));
    }

    [Property(MaxTest = 2000)]
    public Property Any_text_is_decided_without_failing_and_never_trusted_by_a_registry_that_it_does_not_name() =>
        Prop.ForAll(Images(), image =>
        {
            var trusted = new RegistryRules(["ghcr.io/fluxcd"]).Decide(image).IsTrusted;
            return !trusted || image.StartsWith("ghcr.io/fluxcd", StringComparison.Ordinal);
        });

    private static Arbitrary<string> Images() => Gen.Elements("ghcr.io", "/", "fluxcd", "docker.io", "evil", ".", ":", "@", "-", "5000", "A", "sha256:", "localhost", " ", "\n", "_")
        .ListOf().Select(string.Concat).ToArbitrary();
}
