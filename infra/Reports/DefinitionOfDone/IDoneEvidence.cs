namespace Hardening.Infra.Reports.DefinitionOfDone;

/// <summary>Finds what satisfies one control.</summary>
internal interface IDoneEvidence
{
    /// <summary>The control.</summary>
    string Control { get; }

    /// <summary>A line for each namespace that the control is about, or one for the cluster.</summary>
    IEnumerable<DoneLine> Lines(DoneFacts facts);
}
