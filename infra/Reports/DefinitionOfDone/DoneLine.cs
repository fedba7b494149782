namespace Hardening.Infra.Reports.DefinitionOfDone;

/// <summary>One control in one namespace.</summary>
/// <param name="Namespace">The namespace; null where the control is about the cluster.</param>
/// <param name="Control">The control.</param>
/// <param name="State">How far it is.</param>
/// <param name="Evidence">The object and the field that satisfy it, or what is missing.</param>
/// <param name="Mend">The key of the plan that mends it; null where nothing is to be mended.</param>
internal sealed record DoneLine(string? Namespace, string Control, DoneState State, string Evidence, string? Mend = null)
{
    /// <summary>Whether something is left to do.</summary>
    public bool IsOpen => State is DoneState.Watching or DoneState.Missing;
}
