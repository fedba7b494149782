namespace Pulumi.Tests.Support;

/// <summary>A resource that takes anything.</summary>
internal sealed class Probe(string name, ProbeArgs? args = null, CustomResourceOptions? options = null)
    : CustomResource("test:index:Probe", name, args, options)
{
    [Output("value")]
    public Output<object> Value { get; private set; } = null!;

    [Output("text")]
    public Output<string> Text { get; private set; } = null!;

    [Output("number")]
    public Output<int> Number { get; private set; } = null!;
}
