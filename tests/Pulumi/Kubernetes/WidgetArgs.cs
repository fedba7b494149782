namespace Pulumi.Tests.Kubernetes;

internal sealed class WidgetArgs() : Pulumi.Kubernetes.ApiExtensions.CustomResourceArgs("example.com/v1", "Widget")
{
    [Input("size")]
    public Input<int>? Size { get; set; }
}
