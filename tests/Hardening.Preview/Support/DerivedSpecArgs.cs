namespace Hardening.Preview.Tests.Support;

/// <summary>Derives from a class with private inputs, which the SDK does not find any more.</summary>
public sealed class DerivedSpecArgs : WidgetSpecArgs
{
    [Input("extra")]
    public Input<string>? Extra { get; set; }
}
