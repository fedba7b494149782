using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using FsCheck.Xunit;
using Hardening.Preview.Yaml;

namespace Hardening.Preview.Tests.Yaml;

public class YamlWriterTests
{
    [Property(Arbitrary = [typeof(ValueArbitraries)], MaxTest = 1000)]
    public void What_is_written_is_read_back_as_the_same_value(CapturedValue value)
    {
        Assert.Equal(Shape.Of(value), Shape.Of(YamlReading.Read(Write(value))));
    }

    [Property(Arbitrary = [typeof(ValueArbitraries)], MaxTest = 1000)]
    public void A_text_is_read_back_as_text_wherever_it_stands(string text)
    {
        var value = CapturedValue.FromMembers(
            new CapturedMember("value", CapturedValue.FromText(text)),
            new CapturedMember("list", CapturedValue.FromItems(CapturedValue.FromText(text), CapturedValue.FromItems(CapturedValue.FromText(text)))),
            new CapturedMember("k" + text, CapturedValue.FromText("as a key")),
            new CapturedMember(text, CapturedValue.FromText("as the whole key")));

        Assert.Equal(Shape.Of(value), Shape.Of(YamlReading.Read(Write(value))));
    }

    [Property(Arbitrary = [typeof(ValueArbitraries)], MaxTest = 500)]
    public void Yaml_and_json_say_the_same(CapturedValue value)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            PreviewJson.WriteValue(json, value);
        }

        Assert.Equal(Shape.Of(FromJson(JsonDocument.Parse(buffer.WrittenMemory).RootElement)), Shape.Of(YamlReading.Read(Write(value))));
    }

    [Theory]
    [InlineData("yes", "'yes'")]
    [InlineData("No", "'No'")]
    [InlineData("on", "'on'")]
    [InlineData("y", "'y'")]
    [InlineData("~", "'~'")]
    [InlineData("null", "'null'")]
    [InlineData("1e3", "'1e3'")]
    [InlineData("0o7", "'0o7'")]
    [InlineData("007", "'007'")]
    [InlineData("8080", "'8080'")]
    [InlineData("1.20", "'1.20'")]
    [InlineData("1:30", "'1:30'")]
    [InlineData("2001-12-14", "'2001-12-14'")]
    [InlineData("=", "'='")]
    [InlineData("<<", "'<<'")]
    [InlineData("", "''")]
    [InlineData("a: b", "'a: b'")]
    [InlineData("a #b", "'a #b'")]
    [InlineData("it's", "\"it's\"")]
    [InlineData("*.example.com", "'*.example.com'")]
    [InlineData("\u0085", "\"\\u0085\"")]
    [InlineData("\u001b", "\"\\u001b\"")]
    [InlineData("500m", "500m")]
    [InlineData("64Mi", "64Mi")]
    [InlineData("10.0.0.0/8", "10.0.0.0/8")]
    [InlineData("1.2.3.4", "'1.2.3.4'")]
    [InlineData("--flag=x", "--flag=x")]
    [InlineData("---", "'---'")]
    [InlineData("ghcr.io/a/b:1", "ghcr.io/a/b:1")]
    [InlineData("été", "'été'")]
    [InlineData("one\ntwo", "|-\n  one\n  two")]
    [InlineData("one\ntwo\n", "|\n  one\n  two")]
    [InlineData("one\n\n", "|+\n  one\n")]
    [InlineData(" one\ntwo", "\" one\\ntwo\"")]
    public void A_text_has_the_plainest_style_that_no_reader_misreads(string text, string expected)
        => Assert.Equal($"a: {expected}\n", Write(CapturedValue.FromMembers(new CapturedMember("a", CapturedValue.FromText(text)))));

    [Theory]
    [InlineData(0, "0")]
    [InlineData(-1, "-1")]
    [InlineData(2147483648, "2147483648")]
    [InlineData(9007199254740992, "9007199254740992")]
    [InlineData(0.5, "0.5")]
    [InlineData(1e21, "1.0E+21")]
    [InlineData(1.5e-7, "1.5E-07")]
    public void A_number_is_one_for_every_version_of_yaml(double number, string expected)
        => Assert.Equal($"a: {expected}\n", Write(CapturedValue.FromMembers(new CapturedMember("a", CapturedValue.FromNumber(number)))));

    [Fact]
    public void Members_have_one_order_and_lists_stand_under_their_key()
    {
        var value = CapturedValue.FromMembers(
            new CapturedMember("spec", CapturedValue.FromMembers(
                new CapturedMember("z", CapturedValue.FromItems(
                    CapturedValue.FromMembers(new CapturedMember("image", CapturedValue.FromText("a")), new CapturedMember("name", CapturedValue.FromText("b"))),
                    CapturedValue.FromItems(CapturedValue.True, CapturedValue.FromItems()))),
                new CapturedMember("a", CapturedValue.FromMembers()))),
            new CapturedMember("metadata", CapturedValue.FromMembers(new CapturedMember("labels", CapturedValue.Null), new CapturedMember("name", CapturedValue.FromText("thing")))),
            new CapturedMember("kind", CapturedValue.FromText("K")),
            new CapturedMember("data", CapturedValue.FromNumber(1)),
            new CapturedMember("apiVersion", CapturedValue.FromText("v1")));

        Assert.Equal(
            """
            apiVersion: v1
            kind: K
            metadata:
              name: thing
              labels: null
            spec:
              a: {}
              z:
              - name: b
                image: a
              - - true
                - []
            data: 1

            """.ReplaceLineEndings("\n"),
            Write(value));
    }

    [Fact]
    public void A_secret_or_unknown_value_is_never_written()
    {
        var output = new Utf8Buffer();
        var writer = new YamlWriter(output);

        writer.WriteDocument(CapturedValue.FromMembers(
            new CapturedMember("a", CapturedValue.FromText("hunter2").AsSecret()),
            new CapturedMember("b", CapturedValue.FromItems(CapturedValue.FromText("hunter2")).AsSecret()),
            new CapturedMember("c", CapturedValue.Unknown)));

        Assert.Equal("a: '[secret]'\nb: '[secret]'\nc: '[unknown]'\n", output.ToString());
        Assert.True(writer.SawSecret);
        Assert.True(writer.SawUnknown);
    }

    private static string Write(CapturedValue value)
    {
        var output = new Utf8Buffer(16);
        new YamlWriter(output).WriteDocument(value);
        return output.ToString();
    }

    [SuppressMessage("Style", "IDE0072", Justification = "The rest is null.")]
    private static CapturedValue FromJson(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.String => CapturedValue.FromText(json.GetString()!),
        JsonValueKind.Number => CapturedValue.FromNumber(json.GetDouble()),
        JsonValueKind.True => CapturedValue.True,
        JsonValueKind.False => CapturedValue.False,
        JsonValueKind.Array => CapturedValue.FromItems([.. json.EnumerateArray().Select(FromJson)]),
        JsonValueKind.Object => CapturedValue.FromMembers([.. json.EnumerateObject().Select(member => new CapturedMember(member.Name, FromJson(member.Value)))]),
        _ => CapturedValue.Null,
    };
}
