namespace Pulumi.Tests.Kubernetes;

internal sealed class WidgetPatchArgs() : Pulumi.Kubernetes.ApiExtensions.CustomResourcePatchArgs("example.com/v1", "Widget");
