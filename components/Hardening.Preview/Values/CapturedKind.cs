namespace Hardening.Preview;

/// <summary>What a <see cref="CapturedValue"/> holds: the shapes that a Pulumi engine knows on the wire.</summary>
public enum CapturedKind
{
    /// <summary>A null. Null members of objects are left out, as on the wire; those that a <c>JsonElement</c> states stay, and null items of lists.</summary>
    Null,

    /// <summary>A truth value.</summary>
    Boolean,

    /// <summary>A number; the wire has IEEE double numbers only.</summary>
    Number,

    /// <summary>A string.</summary>
    Text,

    /// <summary>A list of values.</summary>
    List,

    /// <summary>An object or a map with string keys.</summary>
    Map,

    /// <summary>A value that is not known before the deployment.</summary>
    Unknown,
}
