namespace Pulumi.Tests.Outputs;

[EnumType]
internal readonly struct Volume
{
    private readonly string _value;

    private Volume(string value) => _value = value;

    public static Volume Loud { get; } = new("Loud");

    public static explicit operator string(Volume volume) => volume._value;

    public override string ToString() => _value;
}
