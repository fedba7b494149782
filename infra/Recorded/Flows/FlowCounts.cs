namespace Hardening.Infra.Recorded.Flows;

/// <summary>What a recording of flows holds beside the flows that are judged.</summary>
internal sealed class FlowCounts
{
    /// <summary>Every flow.</summary>
    public long Flows { get; set; }

    /// <summary>Flows that Hubble lost, by its own account.</summary>
    public long Lost { get; set; }

    /// <summary>Flows that do not say whether they are replies.</summary>
    public long Unclear { get; set; }

    /// <summary>Flows to addresses of pods or services that nothing else is said of.</summary>
    public long Nameless { get; set; }

    /// <summary>Flows that were dropped for another reason than a policy.</summary>
    public long OtherDrops { get; set; }

    /// <summary>Flows that a policy dropped on their way into a pod.</summary>
    public long IngressDrops { get; set; }

    /// <summary>Files whose last line is cut short.</summary>
    public List<string> Torn { get; } = [];
}
