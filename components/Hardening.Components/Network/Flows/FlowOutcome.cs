namespace Hardening.Components;

/// <summary>What becomes of a flow where policies are enforced.</summary>
public enum FlowOutcome
{
    /// <summary>No policy selects the pod, so that none cuts it off.</summary>
    NotGoverned,

    /// <summary>A rule allows it.</summary>
    Allowed,

    /// <summary>No rule allows it, and it passes all the same: it comes from the pod's own node, as the kubelet's probes do.</summary>
    OwnNode,

    /// <summary>No rule allows it.</summary>
    NoRule,

    /// <summary>A carve-out denies it, whatever the rules allow.</summary>
    CarvedOut,

    /// <summary>The resolver may be asked, though not for this name.</summary>
    NameRefused,

    /// <summary>Rules that may allow it have values that are not known here: encrypted ones, the name of a port, or a group that somebody else manages.</summary>
    NotKnown,

    /// <summary>
    /// Network plugins differ about what a NetworkPolicy does to it: it has no port, as ICMP, or a rule allows a node, the API server or a pod by its address alone.
    /// </summary>
    PluginDecides,
}
