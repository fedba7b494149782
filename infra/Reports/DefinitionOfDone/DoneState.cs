namespace Hardening.Infra.Reports.DefinitionOfDone;

/// <summary>How far a control is in a namespace.</summary>
internal enum DoneState
{
    /// <summary>An object of the stack satisfies it.</summary>
    Done,

    /// <summary>The plan exempts the namespace, with reason, owner and a last day that has not passed.</summary>
    Exempt,

    /// <summary>There is nothing that it could act on.</summary>
    NotApplicable,

    /// <summary>An object is there and refuses nothing: what is missing is to enforce it.</summary>
    Watching,

    /// <summary>Nothing satisfies it.</summary>
    Missing,
}
