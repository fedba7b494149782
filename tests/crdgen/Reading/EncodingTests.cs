using System.Text;
using Crdgen.Cli;
using Crdgen.Tests.Cli;
using Crdgen.Tests.Support;

namespace Crdgen.Tests.Reading;

/// <summary>Bytes that are text, and bytes that are not.</summary>
public sealed class EncodingTests : IDisposable
{
    private static readonly string Definition = Crd.WithSpec("{ type: string, default: 'é' }");

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void UTF_16_byte_order_marks_CRLF_and_UTF_8_are_the_same_text()
    {
        var expected = Table(new UTF8Encoding(false).GetBytes(Definition));

        Assert.Equal(expected, Table([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Definition)]));
        Assert.Equal(expected, Table([.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(Definition)]));
        Assert.Equal(expected, Table([.. Encoding.BigEndianUnicode.Preamble, .. Encoding.BigEndianUnicode.GetBytes(Definition)]));
        Assert.Equal(expected, Table(Encoding.UTF8.GetBytes(Definition.Replace("\n", "\r\n", StringComparison.Ordinal))));
    }

    [Theory]
    [InlineData(0xFF, "error: in.yaml:2: is not UTF-8 text: save it as UTF-8\n")]
    [InlineData(0xC3, "error: in.yaml:2: is not UTF-8 text: save it as UTF-8\n")]
    [InlineData(0x00, "error: in.yaml:2: holds a NUL byte: it is no text\n")]
    public void A_byte_that_is_no_text_is_named_with_its_line(byte wrong, string message) =>
        Assert.Equal(message, Run([.. "# one\n# two "u8, wrong, .. "\n"u8, .. Encoding.UTF8.GetBytes(Definition)]).Errors);

    [Theory]
    [InlineData("spec:\n\tgroup: a\n", "error: in.yaml:1: ")]
    [InlineData("a: \"\\ud800\"\n", "error: in.yaml:1: ")]
    [InlineData("{ \"a\": \"\\ud800\" }", "error: in.yaml:1: half of a surrogate pair is no text\n")]
    public void Text_that_is_neither_YAML_nor_JSON_is_one_diagnostic(string text, string start)
    {
        var run = Run(Encoding.UTF8.GetBytes(text));

        Assert.Equal(ExitCodes.BadInput, run.ExitCode);
        Assert.StartsWith(start, run.Errors, StringComparison.Ordinal);
        Assert.Single(run.Errors.Trim().Split('\n'));
    }

    [Fact]
    public void A_file_of_a_hundred_megabytes_is_refused_unread()
    {
        using (var file = File.Create(Path.Combine(_folder.Path, "in.yaml")))
        {
            file.SetLength(100_000_000);
        }

        Assert.Equal("error: in.yaml: is larger than 64 MiB\n", CommandRun.Of(Options("in.yaml")).Errors);
    }

    [Fact]
    public void A_stream_without_end_is_refused() =>
        Assert.Equal("error: standard input: is larger than 64 MiB\n", CommandRun.Of(Options("-"), new EndlessStream()).Errors);

    [Fact]
    public void A_device_without_end_is_refused() =>
        Assert.Equal("error: /dev/zero: is larger than 64 MiB\n", CommandRun.Of(Options("/dev/zero")).Errors);

    public void Dispose() => _folder.Dispose();

    private GenerateOptions Options(string input) => new([input], _folder.Path, Output: "out") { WithoutProject = true };

    private CommandRun Run(byte[] content)
    {
        File.WriteAllBytes(Path.Combine(_folder.Path, "in.yaml"), content);
        return CommandRun.Of(Options("in.yaml"));
    }

    private string Table(byte[] content)
    {
        Assert.Equal("", Run(content).Errors);
        return File.ReadAllText(Path.Combine(_folder.Path, "out/Schemas/tests.example.com/v1/Thing.json"));
    }
}
