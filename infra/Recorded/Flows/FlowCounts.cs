namespace Hardening.Infra.Recorded.Flows;

/// <summary>What a recording of flows holds beside the flows that are judged.</summary>
internal sealed class FlowCounts
{
    /// <summary>Every flow.</summary>
    public long Flows { get; set; }

    /// <summary>Flows that Hubble lost, by its own account.</summary>
    public long Lost { get; private set; }

    /// <summary>Flows that do not say whether they are replies.</summary>
    public long Unclear { get; set; }

    /// <summary>Flows that do not say their protocol and port.</summary>
    public long Portless { get; set; }

    /// <summary>Flows with addresses of pods or Services that nothing else is said of.</summary>
    public long Nameless { get; set; }

    /// <summary>Flows that were dropped for another reason than a policy.</summary>
    public long OtherDrops { get; set; }

    public void AddLost(long count) => Lost = count > long.MaxValue - Lost ? long.MaxValue : Lost + count;

    /// <summary>Files whose last line is cut short.</summary>
    public List<string> Torn { get; } = [];
}
