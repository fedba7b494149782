using System.Globalization;
using System.Text;
using Crdgen.Output;
using Crdgen.Tests.Support;

namespace Crdgen.Tests.Reading;

public class HostileInputTests
{
    [Fact]
    public void Aliases_that_multiply_are_refused_before_they_are_written_out()
    {
        var bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (var level = 1; level < 12; level++)
        {
            bomb.Append(CultureInfo.InvariantCulture, $"a{level}: &a{level} [").AppendJoin(", ", Enumerable.Repeat($"*a{level - 1}", 10)).Append("]\n");
        }

        Assert.Equal(new Diagnostic("./0.yaml", "", "the document holds more than 3000000 values when its aliases are written out") { Line = 7 }, Generate.ErrorInLine(bomb.ToString()));
    }

    [Fact]
    public void An_alias_to_what_contains_it_is_refused() =>
        Assert.Equal(new Diagnostic("./0.yaml", "", "the alias *a names no anchor before it") { Line = 1 }, Generate.ErrorInLine("a: &a { b: *a }"));

    [Theory]
    [InlineData("[", "]")]
    [InlineData("{a: ", "}")]
    public void Values_nested_ten_thousand_deep_are_refused(string open, string close)
    {
        var text = new StringBuilder("spec: ").Insert(6, open, 10_000).Append('x').Insert(6 + (open.Length * 10_000) + 1, close, 10_000).ToString();

        Assert.Equal(new Diagnostic("./0.yaml", "", "values are nested more than 1000 deep") { Line = 1 }, Generate.ErrorInLine(text));
    }

    [Fact]
    public void JSON_nested_ten_thousand_deep_is_refused() =>
        Assert.Equal("values are nested more than 1000 deep", Generate.Error(new StringBuilder("{\"a\":").Insert(5, "[", 10_000).ToString()).Message);

    [Fact]
    public void A_schema_nested_three_hundred_deep_is_refused()
    {
        var spec = new StringBuilder();
        spec.Insert(0, "{ type: array, items: ", 300).Append("{ type: string }").Insert(spec.Length, " }", 300);

        Assert.Equal("the schema is nested more than 250 deep", Generate.Error(Crd.WithSpec(spec.ToString())).Message);
    }

    [Theory]
    [InlineData("../../Evil", "tests.example.com", "spec.names.kind", "is not a valid name: '../../Evil'")]
    [InlineData("Evil/Twin", "tests.example.com", "spec.names.kind", "is not a valid name: 'Evil/Twin'")]
    [InlineData("Evil; System.Console.Beep()", "tests.example.com", "spec.names.kind", "is not a valid name: 'Evil; System.Console.Beep()'")]
    [InlineData("\"\"", "tests.example.com", "spec.names.kind", "is not a valid name: ''")]
    [InlineData("Thing", "../tests", "spec.group", "is not a valid name: '../tests'")]
    public void Names_that_are_no_names_are_refused(string kind, string group, string path, string message) =>
        Assert.Equal(new Diagnostic("./0.yaml", path, message), Generate.Error(Crd.WithSpec("{ type: string }", kind, group)));

    [Fact]
    public void A_name_longer_than_people_can_read_keeps_its_ends_and_stays_apart_from_others()
    {
        var names = new[] { "x", "y" }.Select(middle => $"{new string('a', 300)}{middle}{new string('b', 300)}");
        var code = Generate.CSharp(Crd.WithSpec($"{{ type: object, properties: {{ {string.Join(", ", names.Select(name => $"{name}: {{ type: object, properties: {{ {name}: {{ type: string }} }} }}"))} }} }}"));

        var types = System.Text.RegularExpressions.Regex.Matches(code, "public sealed partial class (?<name>ThingSpecA[A-Za-z0-9_]+)Args ", System.Text.RegularExpressions.RegexOptions.ExplicitCapture, TimeSpan.FromMinutes(1)).Select(match => match.Groups["name"].Value).ToList();
        Assert.Equal(2, types.Distinct(StringComparer.Ordinal).Count());
        Assert.All(types, type => Assert.Matches("^ThingSpecAa{130}_[0-9A-F]{8}_b{60}$", type));
    }

    [Fact]
    public void Names_that_all_become_one_are_refused()
    {
        var names = Enumerable.Range(1, 1100).Select(length => $"\"a{new string('-', length)}\": {{ type: string }}");

        Assert.Equal(
            "more than 1000 names become the C# name A",
            Generate.Error(Crd.WithSpec($"{{ type: object, properties: {{ {string.Join(", ", names)} }} }}")).Message);
    }

    [Fact]
    public void Twenty_thousand_required_properties_are_generated()
    {
        var names = Enumerable.Range(0, 20_000).Select(number => $"p{number}").ToList();
        var spec = $"{{ type: object, required: [{string.Join(", ", names)}], properties: {{ {string.Join(", ", names.Select(name => $"{name}: {{ type: string }}"))} }} }}";

        Assert.Contains("public required global::Pulumi.Input<string> P19999 ", Generate.CSharp(Crd.WithSpec(spec)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a\nb")]
    [InlineData("</summary> \"; System.Environment.Exit(1); //")]
    [InlineData("\u2028 System.Environment.Exit(1);")]
    public void No_text_of_a_schema_becomes_code(string text)
    {
        var quoted = System.Text.Json.JsonSerializer.Serialize(text);
        var code = Generate.CSharp(Crd.WithSpec($"{{ type: object, properties: {{ a: {{ type: string, pattern: {quoted}, enum: [{quoted}] }} }} }}"));

        var lines = code.Split(['\n', '\u2028']).Where(line => line.Contains("Exit", StringComparison.Ordinal) || line.TrimStart().StartsWith('b'));
        Assert.All(lines, line => Assert.Matches("^ *(/// |public const string [A-Za-z0-9]+ = \"|public static class)", line));
    }

    [Theory]
    [InlineData("a: 1\na: 2\n", 2, "the key 'a' is given twice")]
    [InlineData("a: *nothing\n", 1, "the alias *nothing names no anchor before it")]
    [InlineData("[a, b]: c\n", 1, "a key must be a scalar")]
    [InlineData("{ \"a\": 1, \"a\": 2 }", 1, "the key 'a' is given twice")]
    [InlineData("a: {\nb}", 1, "what follows is not YAML")]
    [InlineData("a: [", 2, "While parsing a node, did not find expected node content.")]
    [InlineData("hello", 0, "holds no CustomResourceDefinition")]
    [InlineData("", 0, "holds no CustomResourceDefinition")]
    public void What_is_no_definition_is_one_diagnostic(string text, int line, string message) =>
        Assert.Equal(new Diagnostic("./0.yaml", "", message) { Line = line }, Generate.ErrorInLine(text));

    [Fact]
    public void Thousands_of_branches_about_one_member_end_as_any_value()
    {
        var branches = string.Join(", ", Enumerable.Range(0, 20_000).Select(number => $"{{ properties: {{ a: {{ properties: {{ m{number}: {{ type: string }} }} }} }} }}"));

        var code = Generate.CSharp(Crd.WithSpec($"{{ type: object, properties: {{ a: {{ type: object }} }}, anyOf: [{branches}] }}"));

        Assert.Contains("A { get", code, StringComparison.Ordinal);
        Assert.DoesNotContain("M19999", code, StringComparison.Ordinal);
    }
}
