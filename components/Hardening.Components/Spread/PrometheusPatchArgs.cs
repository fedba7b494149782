using Pulumi;
using Pulumi.Kubernetes.ApiExtensions;

namespace Hardening.Components;

/// <summary>The fields that are set of a <c>Prometheus</c>.</summary>
internal sealed class PrometheusPatchArgs() : CustomResourcePatchArgs("monitoring.coreos.com/v1", SpreadKind.Prometheus)
{
    /// <summary>Its spec.</summary>
    [Input("spec", required: true)]
    public required Input<PrometheusSpreadSpecArgs> Spec { get; set; }
}
