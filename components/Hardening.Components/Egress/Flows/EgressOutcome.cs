namespace Hardening.Components;

/// <summary>What becomes of a flow where policies are enforced.</summary>
public enum EgressOutcome
{
    /// <summary>No policy selects the pod, so that none cuts it off.</summary>
    NotGoverned,

    /// <summary>A rule allows it.</summary>
    Allowed,

    /// <summary>No rule allows it.</summary>
    NoRule,

    /// <summary>A carve-out denies it, whatever the rules allow.</summary>
    CarvedOut,

    /// <summary>The resolver may be asked, though not for this name.</summary>
    NameRefused,

    /// <summary>Rules that may allow it have values that are not known here: encrypted ones, or a group that somebody else manages.</summary>
    NotKnown,
}
