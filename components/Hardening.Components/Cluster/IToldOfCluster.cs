using Pulumi;

namespace Hardening.Components;

/// <summary>Arguments that are told about the cluster: each by itself, or all of a phase at once.</summary>
/// <typeparam name="TSelf">The arguments' type.</typeparam>
internal interface IToldOfCluster<out TSelf>
    where TSelf : ResourceArgs
{
    /// <summary>What is stated about the cluster.</summary>
    ClusterFactsArgs? Cluster { get; set; }

    /// <summary>A copy, so that one arguments object can serve several composers.</summary>
    TSelf Copy();
}
