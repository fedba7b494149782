namespace Crdgen.Planning;

/// <summary>What the documentation of types says.</summary>
internal enum Descriptions
{
    /// <summary>What the schema states as facts.</summary>
    Constraints,

    /// <summary>The facts, and the schema's own words as remarks.</summary>
    Full,

    /// <summary>Nothing.</summary>
    None,
}
