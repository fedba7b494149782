namespace Hardening.Preview;

/// <summary>What a deployment into an empty cluster would do with a resource.</summary>
public enum PreviewOperation
{
    /// <summary>Create it.</summary>
    Create,

    /// <summary>Read what exists.</summary>
    Read,

    /// <summary>Set fields of an object that something else owns.</summary>
    Patch,
}
