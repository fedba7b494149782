using Pulumi;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;

namespace Hardening.Components;

/// <summary>The part of a <c>Prometheus</c>' spec that says how its pods are spread.</summary>
internal sealed class PrometheusSpreadSpecArgs : ResourceArgs
{
    /// <summary>The constraints. The list is one field to the API server: whoever else sets it is in conflict.</summary>
    [Input("topologySpreadConstraints")]
    public InputList<TopologySpreadConstraintPatchArgs> TopologySpreadConstraints { get; set; } = [];
}
