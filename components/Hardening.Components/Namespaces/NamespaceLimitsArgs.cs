using Pulumi;

namespace Hardening.Components;

/// <summary>The LimitRange of one namespace. Each type occurs at most once by construction.</summary>
public sealed class NamespaceLimitsArgs : ResourceArgs
{
    /// <summary><see cref="Rollout.Enforce"/> (the default) or <see cref="Rollout.Off"/>.</summary>
    [Input("mode")]
    public string? Mode { get; set; }

    /// <summary>Limits of each container; keys given here replace those of the size.</summary>
    [Input("container")]
    public LimitArgs? Container { get; set; }

    /// <summary>Limits of a pod's containers together: <c>min</c>, <c>max</c> and <c>maxLimitRequestRatio</c> only.</summary>
    [Input("pod")]
    public LimitArgs? Pod { get; set; }

    /// <summary>Limits of each claim: <c>min</c> and <c>max</c> of <c>storage</c>, at least one of them.</summary>
    [Input("persistentVolumeClaim")]
    public LimitArgs? PersistentVolumeClaim { get; set; }
}
