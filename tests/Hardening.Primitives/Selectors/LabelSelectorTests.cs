using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace Hardening.Primitives.Tests.Selectors;

public sealed class LabelSelectorTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("  ", "")]
    [InlineData("app=web", "app=web")]
    [InlineData("app==web", "app=web")]
    [InlineData(" app = web , tier in ( b , a ) ", "app=web,tier in (a,b)")]
    [InlineData("b=2,a=1", "a=1,b=2")]
    [InlineData("!legacy", "!legacy")]
    [InlineData("! legacy", "!legacy")]
    [InlineData("app", "app")]
    [InlineData("app!=web", "app!=web")]
    [InlineData("app notin (a,b)", "app notin (a,b)")]
    [InlineData("app in (a)", "app in (a)")]
    [InlineData("app in (a,a)", "app in (a)")]
    [InlineData("app=", "app=")]
    [InlineData("app!=", "app!=")]
    [InlineData("app=a,app=b", "app=a,app in (b)")]
    [InlineData("app.kubernetes.io/name=web", "app.kubernetes.io/name=web")]
    [InlineData("in=in,notin in (in)", "in=in,notin in (in)")]
    public void A_selector_reads_as_kubectl_reads_it(string text, string canonical)
    {
        var selector = LabelSelector.Parse(text);

        Assert.Equal(canonical, selector.ToString());
        Assert.Equal(selector, LabelSelector.Parse(canonical));
        Assert.Equal(canonical.Length == 0, selector.IsEverything);
    }

    [Fact]
    public void Equalities_become_match_labels_and_the_rest_expressions()
    {
        var selector = LabelSelector.Parse("app=web,tier in (b,a),!legacy,x!=y,z");

        Assert.Equal(["app=web"], selector.MatchLabels.Select(pair => $"{pair.Key}={pair.Value}"));
        Assert.Equal(
            ["tier In a,b", "legacy DoesNotExist ", "x NotIn y", "z Exists "],
            selector.MatchExpressions.Select(requirement => $"{requirement.Key} {requirement.Operator} {string.Join(',', requirement.Values)}"));
    }

    [Theory]
    [InlineData("app=web", "app=web", true)]
    [InlineData("app=web", "app=api", false)]
    [InlineData("app=web", "", false)]
    [InlineData("app!=web", "", true)]
    [InlineData("app!=web", "app=web", false)]
    [InlineData("app notin (a,b)", "app=c", true)]
    [InlineData("app in (a,b)", "", false)]
    [InlineData("app in (a,b)", "app=b", true)]
    [InlineData("app", "app=", true)]
    [InlineData("!app", "app=", false)]
    [InlineData("!app", "", true)]
    [InlineData("app=a,app=b", "app=a", false)]
    [InlineData("", "", true)]
    [InlineData("app=web,tier in (a),!x", "app=web,tier=a", true)]
    [InlineData("app=web,tier in (a),!x", "app=web,tier=a,x=1", false)]
    public void Labels_match_when_every_condition_holds(string selector, string labels, bool matches)
    {
        var pairs = LabelSelector.Parse(labels).MatchLabels;

        Assert.Equal(matches, LabelSelector.Parse(selector).Matches(pairs));
    }

    [Theory]
    [InlineData(null, "a selector cannot be missing")]
    [InlineData("=web", "character 1: a key cannot be empty")]
    [InlineData("app=web,", "character 9: a key cannot be empty")]
    [InlineData(",app", "character 1: a key cannot be empty")]
    [InlineData("!", "character 2: a key cannot be empty")]
    [InlineData("app in a", "character 8: the values stand in parentheses")]
    [InlineData("app in ()", "character 9: a value is missing here")]
    [InlineData("app in (a,)", "character 11: a value is missing here")]
    [InlineData("app in (a", "character 10: a comma or a closing parenthesis is expected here")]
    [InlineData("app in (a b)", "character 11: a comma or a closing parenthesis is expected here")]
    [InlineData("app=web tier=a", "character 9: a comma or the end is expected here")]
    [InlineData("app>5", "character 1: a key's name has 1 to 63 letters, digits, hyphens, underscores or dots, and starts and ends with a letter or digit")]
    [InlineData("app is web", "character 5: after a key comes =, ==, !=, in (…), notin (…), a comma or the end")]
    [InlineData("App_/x=1", "character 1: the part of a key before the slash is a lower-case DNS name of at most 253 characters")]
    [InlineData("app=-web", "character 5: a label's value has at most 63 letters, digits, hyphens, underscores or dots, and starts and ends with a letter or digit")]
    [InlineData("app in (we/b)", "character 9: a label's value has at most 63 letters, digits, hyphens, underscores or dots, and starts and ends with a letter or digit")]
    [InlineData("!app=web", "character 5: a comma or the end is expected here")]
    [InlineData("app=web\n", "character 5: a label's value has at most 63 letters, digits, hyphens, underscores or dots, and starts and ends with a letter or digit")]
    public void What_is_no_selector_is_refused_with_place_and_reason(string? text, string expected)
    {
        Assert.False(LabelSelector.TryParse(text, out _, out var error));
        Assert.Equal(expected, error.ToString());
    }

    [Fact]
    public void A_huge_selector_is_refused_at_once()
    {
        Assert.False(LabelSelector.TryParse(new string('a', 1_000_000), out _, out var error));
        Assert.Equal("character 8193: a selector is at most 8192 characters long", error.ToString());
    }

    [Property(MaxTest = 2000)]
    public Property A_printed_selector_reads_as_the_same_and_selects_the_same() => Prop.ForAll(Selectors(), Labels(), (text, labels) =>
    {
        var selector = LabelSelector.Parse(text);
        var again = LabelSelector.Parse(selector.ToString());
        return again.Equals(selector) && again.GetHashCode() == selector.GetHashCode() && again.Matches(labels) == selector.Matches(labels);
    });

    [Property(MaxTest = 3000)]
    public bool No_text_fails_other_than_by_being_refused(string? text) => LabelSelector.TryParse(text, out _, out var error) || error.Message.Length > 0;

    [Property(MaxTest = 3000)]
    public Property Nor_does_a_text_of_the_notation_s_own_signs() => Prop.ForAll(
        Gen.Elements("a", "b/c", "in", "notin", "(", ")", ",", "=", "!", " ", "==", "!=").ListOf().Select(string.Concat).ToArbitrary(),
        text => !LabelSelector.TryParse(text, out var selector, out var error) ? error.Message.Length > 0 : LabelSelector.Parse(selector.ToString()).Equals(selector));

    private static Arbitrary<string> Selectors() =>
        (from key in Gen.Elements("a", "b", "x.io/c")
         from rest in Gen.Elements("=1", "==2", "!=1", "", " in (1,2)", " notin (2,3)", "=", "!=")
         from not in Gen.Elements("", "", "!")
         select not.Length > 0 ? not + key : key + rest).ListOf().Select(list => string.Join(',', list)).ToArbitrary();

    private static Arbitrary<Dictionary<string, string>> Labels() =>
        (from a in Gen.Elements("", "1", "2") from b in Gen.Elements(null, "1", "3") select Labels(a, b)).ToArbitrary();

    private static Dictionary<string, string> Labels(string a, string? b)
    {
        var labels = new Dictionary<string, string>(StringComparer.Ordinal) { ["a"] = a };
        if (b is not null)
        {
            labels["b"] = b;
        }

        return labels;
    }
}
