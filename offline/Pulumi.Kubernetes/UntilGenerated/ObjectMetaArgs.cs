namespace Pulumi.Kubernetes.Types.Inputs.Meta.V1;

public class ObjectMetaArgs : ResourceArgs
{
    [Input("annotations")]
    private InputMap<string>? _annotations;

    [Input("labels")]
    private InputMap<string>? _labels;

    public InputMap<string> Annotations
    {
        get => _annotations ??= [];
        set => _annotations = value;
    }

    public InputMap<string> Labels
    {
        get => _labels ??= [];
        set => _labels = value;
    }

    [Input("name")]
    public Input<string>? Name { get; set; }

    [Input("namespace")]
    public Input<string>? Namespace { get; set; }
}
