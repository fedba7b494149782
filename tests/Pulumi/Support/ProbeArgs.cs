namespace Pulumi.Tests.Support;

internal sealed class ProbeArgs : ResourceArgs
{
    [Input("list")]
    private InputList<string>? _list;

    [Input("map")]
    private InputMap<object>? _map;

    [Input("value")]
    public Input<object>? Value { get; set; }

    [Input("text")]
    public Input<string>? Text { get; set; }

    [Input("number")]
    public Input<int>? Number { get; set; }

    [Input("nested")]
    public Input<NestedArgs>? Nested { get; set; }

    public InputList<string> List
    {
        get => _list ??= [];
        set => _list = value;
    }

    public InputMap<object> Map
    {
        get => _map ??= [];
        set => _map = value;
    }
}
