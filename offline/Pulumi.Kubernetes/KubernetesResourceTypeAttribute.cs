namespace Pulumi.Kubernetes;

/// <summary>The type token of a Kubernetes kind.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class KubernetesResourceTypeAttribute(string type) : ResourceTypeAttribute(type, Utilities.Version);
