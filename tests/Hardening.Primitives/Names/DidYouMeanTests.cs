using FsCheck.Xunit;

namespace Hardening.Primitives.Tests.Names;

public sealed class DidYouMeanTests
{
    private static readonly string[] Words = ["namespaces", "registries", "alerts", "exceptions", "rollout", "cluster"];

    [Theory]
    [InlineData("namespace", "namespaces")]
    [InlineData("Registries", "registries")]
    [InlineData("registrys", "registries")]
    [InlineData("alrets", "alerts")]
    [InlineData("exeptions", "exceptions")]
    [InlineData("clutser", "cluster")]
    [InlineData("quotas", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void The_closest_word_is_suggested_when_it_is_close(string? word, string? expected)
    {
        Assert.Equal(expected, DidYouMean.Suggest(word, Words));
    }

    [Fact]
    public void Of_equally_close_words_the_first_in_order_is_suggested_whatever_their_order()
    {
        Assert.Equal("cat", DidYouMean.Suggest("xat", ["rat", "cat", "hat"]));
        Assert.Equal("cat", DidYouMean.Suggest("xat", ["hat", "cat", "rat"]));
    }

    [Fact]
    public void A_short_word_may_differ_by_one_letter_only()
    {
        Assert.Equal("dns", DidYouMean.Suggest("dna", ["dns"]));
        Assert.Null(DidYouMean.Suggest("abc", ["dns"]));
    }

    [Fact]
    public void A_huge_word_has_no_suggestion()
    {
        Assert.Null(DidYouMean.Suggest(new string('a', 1_000_000), [new string('a', 1_000_000)]));
    }

    [Property]
    public bool A_word_that_exists_is_its_own_suggestion(string word) =>
        string.IsNullOrEmpty(word) || word.Length > 128 || string.Equals(DidYouMean.Suggest(word, [word, "zzzzzzzzzzzz"]), word, StringComparison.Ordinal);
}
