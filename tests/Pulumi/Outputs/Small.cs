namespace Pulumi.Tests.Outputs;

[OutputType]
internal sealed class Small
{
    public readonly string Name;

    [OutputConstructor]
    private Small(string name) => Name = name;

    public static Small Of(string name) => new(name);
}
