using System.Text;
using System.Text.Json.Nodes;
using Crdgen.Reading;
using Crdgen.Tests.Support;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace Crdgen.Tests.Reading;

/// <summary>YAML and JSON give the same values.</summary>
public class DocumentTests
{
    [Property(MaxTest = 200)]
    public Property A_JSON_text_reads_the_same_as_JSON_and_as_YAML() =>
        Prop.ForAll(Values(3).ToArbitrary(), value =>
        {
            var json = new JsonObject { ["root"] = JsonNode.Parse(value) }.ToJsonString();

            Assert.Equal(Write(Assert.Single(new JsonDocuments(Encoding.UTF8.GetBytes(json), splitLists: false).Read())), Write(Assert.Single(YamlDocuments.Read(json))));
        });

    [Property(MaxTest = 300)]
    public void No_text_brings_the_generator_down(string? text) => Generate.From(text ?? "", Crd.WithSpec(text ?? ""));

    [Theory]
    [InlineData("1", "Number 1")]
    [InlineData("+1", "Number 1")]
    [InlineData("-1.5e3", "Number -1.5e3")]
    [InlineData("007", "Text 007")]
    [InlineData("1.", "Text 1.")]
    [InlineData("0x1F", "Text 0x1F")]
    [InlineData("1e999", "Text 1e999")]
    [InlineData("'1'", "Text 1")]
    [InlineData("!!str 1", "Text 1")]
    [InlineData("true", "Boolean true")]
    [InlineData("TRUE", "Boolean true")]
    [InlineData("yes", "Text yes")]
    [InlineData("~", "Null ")]
    [InlineData("", "Null ")]
    public void A_plain_scalar_is_what_YAML_1_2_says(string scalar, string expected)
    {
        var value = Assert.Single(YamlDocuments.Read($"a: {scalar}\n"))["a"]!;

        Assert.Equal(expected, $"{value.Kind} {value.Text}");
    }

    [Theory]
    [InlineData("a:\n  b: \"one\n  two\"\n", "one two")]
    [InlineData("a:\n  b: \"one: \\\"x\\\"\n  two\\\n  \\ three\n\n  four\"\n", "one: \"x\" two three\nfour")]
    [InlineData("x: |\n  y: \"z\nw: >\n\n  v: \"u\n'q: r': 's: \"t\n  u''v'\na:\n  b: &l \"one\n  two\"\n", "one two")]
    [InlineData("- a:\n    b: \"one\n    two\"\n", "one two")]
    public void A_quoted_text_may_go_on_right_below_its_key(string text, string expected)
    {
        var document = Assert.Single(YamlDocuments.Read(text));
        var value = (document.Kind == NodeKind.List ? document.Items[0] : document)["a"]!["b"]!;

        Assert.Equal(expected, value.Text);
        Assert.True(document["x"] is not { } block || block.Text == "y: \"z\n");
    }

    [Fact]
    public void Documents_before_a_badly_indented_text_are_given_once_and_lines_stay_what_they_are()
    {
        var documents = YamlDocuments.Read("a: 1\n---\na:\n  b: \"one\n  two\"\n---\nc: 3\n").ToList();

        Assert.Equal(["{a:Number(1)}", "{a:{b:Text(one two)}}", "{c:Number(3)}"], documents.Select(Write));
        Assert.Equal([1, 3, 7], documents.Select(document => document.Line));
    }

    private static Gen<string> Values(int depth)
    {
        var scalars = Gen.OneOf(
            ArbMap.Default.GeneratorFor<int>().Select(number => $"{number}"),
            ArbMap.Default.GeneratorFor<string>().Select(text => JsonValue.Create(new string([.. (text ?? "").Where(c => !char.IsSurrogate(c))])).ToJsonString()),
            Gen.Elements("true", "false", "null", "0.5", "-1e10"));
        return depth == 0
            ? scalars
            : Gen.OneOf(
                scalars,
                Values(depth - 1).ListOf().Select(items => $"[{string.Join(',', items)}]"),
                Values(depth - 1).ListOf().Select(items => $"{{{string.Join(',', items.Select((item, index) => $"\"k{index}\":{item}"))}}}"));
    }

    private static string Write(Node node) => node.Kind switch
    {
        NodeKind.List => $"[{string.Join(',', node.Items.Select(Write))}]",
        NodeKind.Map => $"{{{string.Join(',', node.Members.Select(member => $"{member.Key}:{Write(member.Value)}"))}}}",
        _ => $"{node.Kind}({node.Text})",
    };
}
