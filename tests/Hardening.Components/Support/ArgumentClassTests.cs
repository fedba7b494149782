using Pulumi;

namespace Hardening.Components.Tests.Support;

/// <summary>What the arguments of every component promise to other programs and languages.</summary>
public sealed class ArgumentClassTests
{
    public static TheoryData<Type> Classes => [.. typeof(HardenedNamespaceArgs).Assembly.GetExportedTypes().Where(type => type.IsSubclassOf(typeof(ResourceArgs)))];

    [Theory]
    [MemberData(nameof(Classes))]
    public void Every_argument_is_an_input_with_a_wire_name_in_camel_case_and_none_is_an_enum(Type type)
    {
        Assert.True(type.IsSealed);
        Assert.All(type.GetProperties().Where(property => property.CanWrite), property =>
        {
            var attribute = property.CustomAttributes.Single(attribute => attribute.AttributeType == typeof(InputAttribute));
            Assert.Matches("^[a-z][A-Za-z0-9]*$", (string)attribute.ConstructorArguments[0].Value!);
            Assert.False((Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType).IsEnum);
        });
    }
}
