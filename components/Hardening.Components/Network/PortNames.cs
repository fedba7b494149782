namespace Hardening.Components;

/// <summary>Whether a destination has named ports.</summary>
internal enum PortNames
{
    /// <summary>The peers are pods, whose containers name their ports.</summary>
    Allowed,

    /// <summary>The peers are no pods: a name would match nothing.</summary>
    Refused,
}
