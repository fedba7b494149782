namespace Pulumi.Tests.Kubernetes;

/// <summary>A custom resource as the generator writes them.</summary>
internal sealed class Widget(string name, WidgetArgs args, CustomResourceOptions? options = null)
    : Pulumi.Kubernetes.ApiExtensions.CustomResource(name, args, options);
