using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace Hardening.Components.Tests.Egress;

public sealed class PolicyLogValueTests
{
    [Fact]
    public void A_short_name_is_kept_as_it_is() => Assert.Equal("media/egress", PolicyLogValue.For("media", "egress"));

    [Fact]
    public void A_name_of_32_characters_is_kept_and_one_more_is_shortened_with_a_hash()
    {
        Assert.Equal("a-namespace-of-some-size/egress1", PolicyLogValue.For("a-namespace-of-some-size", "egress1"));
        Assert.Equal("a-namespace-of-some-siz-e247a014", PolicyLogValue.For("a-namespace-of-some-size", "egress12"));
    }

    [Property]
    public bool It_fits_whatever_the_names_are(string? namespaceName, string? policyName)
    {
        var value = PolicyLogValue.For(namespaceName ?? "", policyName ?? "");

        return value.Length <= PolicyLogValue.MaximumLength && value.All(c => c is > ' ' and <= '~');
    }

    [Property]
    public Property Different_policies_have_different_values()
    {
        var name = Gen.Elements("abcdefghijklmnopqrstuvwxyz0123456789-".ToCharArray()).ArrayOf(30).Select(letters => new string(letters));
        return Prop.ForAll(name.Two().Two().ToArbitrary(), names =>
        {
            var (one, other) = names;
            return one == other || PolicyLogValue.For(one.Item1, one.Item2) != PolicyLogValue.For(other.Item1, other.Item2);
        });
    }

    [Fact]
    public void Names_that_differ_only_behind_the_cut_stay_apart()
    {
        var values = Enumerable.Range(0, 5000).Select(number => PolicyLogValue.For("a-rather-long-namespace-name", $"egress-policy-of-workload-{number}"));

        Assert.Equal(5000, values.Distinct(StringComparer.Ordinal).Count());
    }
}
