using Hardening.Components;

namespace Hardening.Infra.Reports.DefinitionOfDone;

/// <summary>Lines of what the plan leaves out of a control on purpose.</summary>
internal static class Exemptions
{
    /// <summary>An exemption that holds is accepted; one that has expired is a gap, whatever the cluster still honours.</summary>
    /// <param name="space">The namespace.</param>
    /// <param name="control">The control.</param>
    /// <param name="exemption">Why, who and until when.</param>
    /// <param name="path">Where the plan states it.</param>
    /// <param name="asOf">The day to judge by.</param>
    public static DoneLine Line(string? space, string control, ExemptionArgs exemption, string path, DateOnly asOf)
    {
        var why = EvidenceText.OneLine($"{exemption.Owner}: {exemption.Reason}");
        return Expiry.IsExpired(exemption.Expires, asOf)
            ? new DoneLine(space, control, DoneState.Missing, $"the exemption expired on {exemption.Expires} ({why})", $"remove or renew {path}")
            : new DoneLine(space, control, DoneState.Exempt, $"until {exemption.Expires} ({why})");
    }
}
