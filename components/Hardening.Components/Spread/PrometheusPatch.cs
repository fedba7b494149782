using Pulumi;
using Pulumi.Kubernetes.ApiExtensions;

namespace Hardening.Components;

/// <summary>Sets fields of a <c>Prometheus</c> of the Prometheus operator that somebody else owns.</summary>
internal sealed class PrometheusPatch(string name, PrometheusPatchArgs args, CustomResourceOptions options) : CustomResourcePatch(name, args, options);
