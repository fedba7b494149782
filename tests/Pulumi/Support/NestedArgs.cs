namespace Pulumi.Tests.Support;

internal sealed class NestedArgs : ResourceArgs
{
    [Input("items")]
    public InputList<string>? Items { get; set; }

    [Input("text")]
    public Input<string>? Text { get; set; }
}
