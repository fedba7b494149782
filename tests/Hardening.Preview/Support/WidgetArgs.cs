using Pulumi.Kubernetes.ApiExtensions;

namespace Hardening.Preview.Tests.Support;

/// <summary>A custom resource with an input of every shape that the SDK serialises.</summary>
public sealed class WidgetArgs : CustomResourceArgs
{
    public WidgetArgs()
        : base("example.com/v1", "Widget")
    {
    }

    [Input("spec")]
    public Input<WidgetSpecArgs>? Spec { get; set; }
}
