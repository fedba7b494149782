namespace Crdgen.Model;

/// <summary>What the classes of a schema are for.</summary>
internal enum ClassUse
{
    /// <summary>What a program sets.</summary>
    Input,

    /// <summary>What a program sets of an object that it does not own: nothing is required.</summary>
    Patch,

    /// <summary>What the API server returns.</summary>
    Output,
}
