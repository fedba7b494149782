using System.Text;
using FsCheck.Xunit;
using Hardening.Infra.StackFiles;

namespace Hardening.Infra.Tests.StackFiles;

public sealed class YamlReaderTests
{
    private static ConfigNode Read(string yaml) => YamlReader.Read(new StringReader(yaml));

    private static string Refusal(string yaml)
    {
        var error = Assert.Throws<YamlFileException>(() => Read(yaml));
        return $"{error.Line}:{error.Column} {error.Message}; {error.Fix}";
    }

    [Fact]
    public void Keys_are_sorted_as_in_the_engines_json() =>
        Assert.Equal("""{"a":1,"b":{"c":[true,null],"d":"x"}}""", ConfigText.Write(Read("b: {d: x, c: [true, ~]}\na: 1")));

    [Fact]
    public void An_empty_file_is_null() => Assert.Equal(ConfigKind.Null, Read("").Kind);

    [Fact]
    public void A_file_of_comments_is_null() => Assert.Equal(ConfigKind.Null, Read("# nothing\n").Kind);

    [Fact]
    public void Aliases_and_merge_keys_are_followed() =>
        Assert.Equal(
            """{"base":{"a":1,"b":2},"more":{"a":1,"b":3,"c":4},"same":{"a":1,"b":2}}""",
            ConfigText.Write(Read("base: &base {a: 1, b: 2}\nsame: *base\nmore:\n  <<: *base\n  b: 3\n  c: 4\n")));

    [Fact]
    public void The_first_of_several_merged_mappings_wins() =>
        Assert.Equal("""{"a":1,"b":5}""", ConfigText.Write(Read("<<: [{a: 1}, {a: 2, b: 5}]")));

    [Fact]
    public void A_value_remembers_its_line_and_column()
    {
        var value = Read("a:\n  - b: x\n    c: y\n").Members["a"].Items[0].Members["c"];

        Assert.Equal((3, 8), (value.Line, value.Column));
    }

    [Fact]
    public void An_encrypted_value_is_a_secret_and_its_cipher_text_is_gone()
    {
        var value = Read("a: {secure: AAAcipher}").Members["a"];

        Assert.Equal((ConfigKind.Secret, ""), (value.Kind, value.Text));
        Assert.Equal("", ConfigText.Write(value));
    }

    [Fact]
    public void A_mapping_with_more_than_secure_is_an_ordinary_one() =>
        Assert.Equal(ConfigKind.Object, Read("a: {secure: x, b: y}").Members["a"].Kind);

    [Theory]
    [InlineData("a: 1\na: 2", "2:1 the key \"a\" is there twice; keep one; the first is in line 1")]
    [InlineData("a: {b: 1, b: 2}", "1:11 the key \"b\" is there twice; keep one; the first is in line 1")]
    [InlineData("1: x", "1:1 a key is a number, and Pulumi reads only text as keys; put the key in quotes")]
    [InlineData("1.20: x", "1:1 a key is a number, and Pulumi reads only text as keys; put the key in quotes")]
    [InlineData("true: x", "1:1 a key is a boolean, and Pulumi reads only text as keys; put the key in quotes")]
    [InlineData("? [a]\n: x", "1:3 a key is a list, and Pulumi reads only text as keys; put the key in quotes")]
    [InlineData("a: *b", "1:4 the alias *b names no anchor above it; define the anchor first, or write the value here")]
    [InlineData("a: &a [*a]", "1:8 the alias *a contains itself; write the value here")]
    [InlineData("a: .inf", "1:4 .inf is a number that configuration cannot hold; put it in quotes if text is meant")]
    [InlineData("a: .NaN", "1:4 .NaN is a number that configuration cannot hold; put it in quotes if text is meant")]
    [InlineData("a: !ruby/object x", "1:4 has the tag !ruby/object, which Pulumi does not read; remove the tag")]
    [InlineData("a: !!python/object:os.system {}", "1:4 has the tag tag:yaml.org,2002:python/object:os.system, which Pulumi does not read; remove the tag")]
    [InlineData("a: 1\n---\nb: 2", "2:1 a second document follows, which Pulumi ignores; remove it, or give it a file of its own")]
    [InlineData("<<: x", "1:5 << merges a mapping or a list of mappings, and this is neither; name an anchor of a mapping")]
    public void What_Pulumi_would_not_read_is_refused_with_its_place(string yaml, string refusal) => Assert.Equal(refusal, Refusal(yaml));

    [Theory]
    [InlineData("a: [1,\nb: {")]
    [InlineData("a: 1\n\tb: 2")]
    [InlineData("a: \"x")]
    [InlineData("a: b: c")]
    [InlineData("- a\nb: c")]
    [InlineData("a: [")]
    [InlineData("%YAML 9.9\n---\na: 1")]
    [InlineData("a: \"\\q\"")]
    [InlineData("&a &b c")]
    public void Broken_yaml_is_refused_with_a_place(string yaml)
    {
        var refusal = Refusal(yaml);

        Assert.Matches(@"^[1-9][0-9]*:[1-9][0-9]* is not valid YAML: \S", refusal);
    }

    [Fact]
    public void Aliases_of_aliases_are_refused_before_they_take_memory()
    {
        var yaml = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (var level = 1; level < 12; level++)
            yaml.Append(System.Globalization.CultureInfo.InvariantCulture, $"a{level}: &a{level} [{string.Join(", ", Enumerable.Repeat($"*a{level - 1}", 10))}]\n");

        Assert.Contains("is larger than 4,000,000 values once its aliases are written out", Refusal(yaml.ToString()), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[", "]")]
    [InlineData("{a: ", "}")]
    public void Deep_nesting_is_refused(string open, string close) =>
        Assert.Contains(
            "is nested more than 100 levels deep",
            Refusal(string.Concat(Enumerable.Repeat(open, 5_000)) + "1" + string.Concat(Enumerable.Repeat(close, 5_000))),
            StringComparison.Ordinal);

    [Property(MaxTest = 500)]
    public void Any_text_is_read_or_refused_and_nothing_else_happens(string? text)
    {
        try
        {
            Read(text ?? "");
        }
        catch (YamlFileException error)
        {
            Assert.NotEmpty(error.Message);
        }
    }

    [Property(MaxTest = 500)]
    public void Any_quoted_text_round_trips(string? text)
    {
        var plain = new string((text ?? "").Where(c => !char.IsSurrogate(c)).ToArray());
        var quoted = System.Text.Json.JsonSerializer.Serialize(plain);

        Assert.Equal(plain, Read("a: " + quoted).Members["a"].Text);
    }
}
