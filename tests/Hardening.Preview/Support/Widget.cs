namespace Hardening.Preview.Tests.Support;

public static class Widget
{
    public static Pulumi.Kubernetes.ApiExtensions.CustomResource Create(string name, WidgetSpecArgs spec, CustomResourceOptions? options = null)
        => new(name, new WidgetArgs
        {
            Metadata = new Pulumi.Kubernetes.Types.Inputs.Meta.V1.ObjectMetaArgs { Name = name, Namespace = "tests" },
            Spec = spec,
        }, options);
}
