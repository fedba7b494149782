namespace Hardening.Infra.Comparing;

/// <summary>Which of two plans is stricter at one place.</summary>
internal enum Stricter
{
    /// <summary>The first.</summary>
    A,

    /// <summary>The second.</summary>
    B,

    /// <summary>They differ and are alike in what they allow.</summary>
    Same,

    /// <summary>The difference says nothing of it, or cannot be judged.</summary>
    Unknown,
}
