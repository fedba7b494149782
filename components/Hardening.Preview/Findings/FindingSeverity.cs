namespace Hardening.Preview;

/// <summary>How much a finding matters.</summary>
public enum FindingSeverity
{
    /// <summary>Good to know: something that was not checked, or is not part of the output.</summary>
    Info,

    /// <summary>Works, but probably not as meant.</summary>
    Warning,

    /// <summary>An API server or the engine would refuse it.</summary>
    Error,
}
