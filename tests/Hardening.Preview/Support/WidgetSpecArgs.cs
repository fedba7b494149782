using System.Text.Json;

namespace Hardening.Preview.Tests.Support;

public class WidgetSpecArgs : ResourceArgs
{
    [Input("items")]
    private InputList<string>? _items;

    [Input("labels")]
    private InputMap<string>? _labels;

    [Input("anything")]
    private InputMap<object>? _anything;

    [Input("children")]
    private InputList<WidgetSpecArgs>? _children;

    public InputList<string> Items
    {
        get => _items ??= new InputList<string>();
        set => _items = value;
    }

    public InputMap<string> Labels
    {
        get => _labels ??= new InputMap<string>();
        set => _labels = value;
    }

    public InputMap<object> Anything
    {
        get => _anything ??= new InputMap<object>();
        set => _anything = value;
    }

    public InputList<WidgetSpecArgs> Children
    {
        get => _children ??= new InputList<WidgetSpecArgs>();
        set => _children = value;
    }

    [Input("text")]
    public Input<string>? Text { get; set; }

    [Input("number")]
    public Input<double>? Number { get; set; }

    [Input("count")]
    public Input<int>? Count { get; set; }

    [Input("flag")]
    public Input<bool>? Flag { get; set; }

    [Input("port")]
    public InputUnion<int, string>? Port { get; set; }

    [Input("json")]
    public InputJson? Json { get; set; }

    [Input("element")]
    public Input<JsonElement>? Element { get; set; }

    [Input("plain")]
    public string? Plain { get; set; }

    [Input("output")]
    public Output<string>? Late { get; set; }

    [Input("child")]
    public Input<WidgetSpecArgs>? Child { get; set; }
}
