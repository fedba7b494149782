using Crdgen.Output;
using Crdgen.Tests.Support;
using FsCheck.Xunit;

namespace Crdgen.Tests.Model;

public class OrderTests
{
    private static readonly string[] Properties =
    [
        "zeta: { type: object, properties: { a: { type: string }, b: { type: integer } } }",
        "alpha: { type: object, properties: { b: { type: integer }, a: { type: string } } }",
        "fooBar: { type: string }",
        "foo-bar: { type: string }",
        "list: { type: array, items: { type: object, required: [y, x], properties: { x: { type: string }, y: { type: string } } } }",
        "again: { type: array, items: { type: object, properties: { y: { type: string }, x: { type: string } }, required: [x, y] } }",
    ];

    [Property]
    public void The_order_of_properties_does_not_change_a_byte(int seed)
    {
        var shuffled = Properties.ToArray();
        new Random(seed).Shuffle(shuffled);

        Assert.Equal(Text(Generate.From(Spec(Properties))), Text(Generate.From(Spec(shuffled))));
    }

    [Property]
    public void The_order_of_files_does_not_change_a_byte(int seed)
    {
        string[] files = [.. new[] { "Box", "BoxSpec", "Thing", "ThingSpecA" }.Select(kind => Crd.WithSpec("{ type: object, properties: { a: { type: object, properties: { b: { type: string, enum: [c] } } } } }", kind))];
        var expected = Text(Generate.From(files));
        new Random(seed).Shuffle(files);

        Assert.Equal(expected, Text(Generate.From(files)));
    }

    [Fact]
    public void The_same_kind_twice_is_one_and_two_different_ones_are_an_error()
    {
        var one = Crd.WithSpec("{ type: object, properties: { a: { type: string }, b: { type: string } } }");
        var same = Crd.WithSpec("{ properties: { b: { type: string, description: prose }, a: { type: string } }, type: object }");
        var other = Crd.WithSpec("{ type: object, properties: { a: { type: integer } } }");

        Assert.Equal(Text(Generate.From(one)), Text(Generate.From(one, same)));
        Assert.Equal(
            new Diagnostic("./1.yaml", "tests.example.com/v1/Thing", "is another schema than the one in ./0.yaml; neither is taken"),
            Generate.Error(one, other));
    }

    private static string Spec(string[] properties) => Crd.WithSpec($"{{ type: object, properties: {{ {string.Join(", ", properties)} }} }}");

    private static string Text(Generation generation)
    {
        Assert.Empty(generation.Errors);
        return string.Concat(generation.Files.Select(file => $"{file.Path}\n{file.Text}"));
    }
}
