using System.Globalization;
using System.Text;
using Crdgen.Import.Reading;
using Crdgen.Import.Writing;
using Crdgen.Reading;
using FsCheck.Xunit;

namespace Crdgen.Tests.Import;

/// <summary>A printed literal means the value that was read.</summary>
public class LiteralTests
{
    [Property(MaxTest = 500)]
    public void A_literal_on_one_line_is_the_text(string? text)
    {
        var literal = Literals.Line(text ?? "");

        Assert.Equal(text ?? "", Value(literal));
        Assert.All(literal, c => Assert.False(char.IsControl(c)));
    }

    [Theory]
    [InlineData("", "\"\"")]
    [InlineData("1.20", "\"1.20\"")]
    [InlineData("say \"hi\" now", "\"\"\"say \"hi\" now\"\"\"")]
    [InlineData("\"quoted\"", "\"\\\"quoted\\\"\"")]
    [InlineData("a\\b", "\"\"\"a\\b\"\"\"")]
    [InlineData("three \"\"\" quotes", "\"\"\"\"three \"\"\" quotes\"\"\"\"")]
    [InlineData("tab\t", "\"tab\\t\"")]
    [InlineData("brötchen ☃ 🥨", "\"brötchen ☃ 🥨\"")]
    [InlineData("turned \u202e text", "\"turned \\u202e text\"")]
    public void Texts_are_written_as_a_person_would(string text, string literal) => Assert.Equal(literal, Literals.Line(text));

    [Property(MaxTest = 500)]
    public void A_number_keeps_its_value(double number)
    {
        if (double.IsFinite(number))
        {
            Assert.Equal(number + 0.0, double.Parse(Literals.Number(number).TrimEnd('d'), CultureInfo.InvariantCulture));
        }
    }

    [Theory]
    [InlineData("5", "5")]
    [InlineData("-2147483648", "-2147483648")]
    [InlineData("5000000000d", "5000000000")]
    [InlineData("1000", "1e3")]
    [InlineData("0.25", ".25")]
    [InlineData("31", "0x1F")]
    [InlineData("420", "0644")]
    [InlineData("420", "0o644")]
    [InlineData("1000000", "1_000_000")]
    public void Numbers_are_read_as_kubectl_reads_them(string expected, string yaml)
    {
        var literal = Literals.Number(double.Parse(Read(yaml).Text, CultureInfo.InvariantCulture));

        Assert.Equal(NodeKind.Number, Read(yaml).Kind);
        Assert.Equal(expected, literal);
    }

    [Theory]
    [InlineData("yes", NodeKind.Boolean)]
    [InlineData("Off", NodeKind.Boolean)]
    [InlineData("\"yes\"", NodeKind.Text)]
    [InlineData("'0644'", NodeKind.Text)]
    [InlineData("1.2.3", NodeKind.Text)]
    [InlineData("2024-05-01", NodeKind.Text)]
    [InlineData("12:30", NodeKind.Text)]
    [InlineData(".inf", NodeKind.Text)]
    [InlineData("128Mi", NodeKind.Text)]
    public void What_is_in_quotes_stays_a_string(string yaml, object kind) => Assert.Equal((NodeKind)kind, Read(yaml).Kind);

    [Property(MaxTest = 500)]
    public void Any_plain_scalar_resolves_to_something_that_can_be_printed(string? text)
    {
        var resolved = ManifestScalars.Resolve(Node.Plain(NodeKind.Text, text ?? "", 1));

        if (resolved.Kind == NodeKind.Number)
        {
            Assert.True(double.TryParse(resolved.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out _));
        }
        else if (resolved.Kind == NodeKind.Text)
        {
            Assert.Equal(text ?? "", Value(Literals.Line(resolved.Text)));
        }
    }

    private static Node Read(string yaml) => ManifestScalars.Resolve(Assert.Single(SchemaFile.Read(Encoding.UTF8.GetBytes($"a: {yaml}\n")))["a"]!);

    /// <summary>What the compiler makes of a literal on one line.</summary>
    private static string Value(string literal)
    {
        var quotes = literal.TakeWhile(c => c == '"').Count();
        if (quotes > 2 && literal.Length > quotes)
        {
            return literal[quotes..^quotes];
        }

        var text = new StringBuilder();
        for (var at = 1; at < literal.Length - 1; at++)
        {
            if (literal[at] != '\\')
            {
                text.Append(literal[at]);
                continue;
            }

            at++;
            text.Append(literal[at] switch
            {
                'n' => '\n',
                'r' => '\r',
                't' => '\t',
                'u' => (char)int.Parse(literal.AsSpan(at + 1, 4), NumberStyles.HexNumber, CultureInfo.InvariantCulture),
                var c => c,
            });
            at += literal[at] == 'u' ? 4 : 0;
        }

        return text.ToString();
    }
}
