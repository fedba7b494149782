using Crdgen.Model;
using FsCheck.Xunit;

namespace Crdgen.Tests.Model;

public class NamesTests
{
    [Theory]
    [InlineData("toCIDRSet", "ToCIDRSet")]
    [InlineData("x-foo.bar_baz", "XFooBarBaz")]
    [InlineData("$ref", "Ref")]
    [InlineData("1st", "_1st")]
    [InlineData("-", "Value")]
    [InlineData("", "Value")]
    [InlineData("größe", "GrE")]
    public void A_name_is_its_letters_and_digits_with_each_run_begun_upper_case(string text, string expected) =>
        Assert.Equal(expected, Names.Pascal(text));

    [Theory]
    [InlineData("equals", "EqualsValue")]
    [InlineData("getHashCode", "GetHashCodeValue")]
    [InlineData("getType", "GetTypeValue")]
    [InlineData("toString", "ToStringValue")]
    [InlineData("empty", "EmptyValue")]
    [InlineData("thingArgs", "ThingArgsValue")]
    [InlineData("class", "Class")]
    public void A_property_has_no_name_that_its_class_or_every_args_class_has(string wireName, string expected) =>
        Assert.Equal(expected, Names.Property(wireName, "ThingArgs"));

    [Theory]
    [InlineData("default", "@default")]
    [InlineData("clusterIP", "clusterIP")]
    [InlineData("$ref", "@ref")]
    public void A_parameter_keeps_the_name_on_the_wire_where_it_can(string wireName, string expected) =>
        Assert.Equal(expected, Names.Parameter(wireName));

    [Theory]
    [InlineData("", "None")]
    [InlineData("*", "Any")]
    [InlineData(">=", "GreaterEqual")]
    [InlineData("=~", "EqualTilde")]
    [InlineData("-1", "Minus1")]
    [InlineData("0.5", "_0Point5")]
    [InlineData("1.2.3", "_123")]
    [InlineData("a-b", "AB")]
    public void A_value_that_is_no_name_is_spelled_out(string value, string expected) =>
        Assert.Equal(expected, Names.Property(Names.Constant(value)));

    [Property]
    public void Every_text_gives_an_identifier(string? text)
    {
        var name = Names.Property(text ?? "", "Owner");

        Assert.Matches("^[A-Za-z_][A-Za-z0-9_]*$", name);
        Assert.False(name is "Owner" or "ToString", name);
    }
}
