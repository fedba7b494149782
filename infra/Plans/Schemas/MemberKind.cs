namespace Hardening.Infra.Plans.Schemas;

/// <summary>What readers take for a member: one kind for each of their ways of reading.</summary>
internal enum MemberKind
{
    Text,

    /// <summary>A text that may be empty.</summary>
    TextOrEmpty,

    /// <summary>A text that may be encrypted.</summary>
    Leaf,

    /// <summary>A list of texts that may be encrypted.</summary>
    Leaves,
    Version,
    Day,
    Integer,
    Number,
    Bool,
    TextOrInteger,
    Texts,
    TextsOrIntegers,
    TextMap,

    /// <summary>A text that has to be encrypted, or to come from the environment.</summary>
    Secret,

    /// <summary>A mapping of such texts.</summary>
    SecretMap,
    QuantityMap,
    Object,
    Objects,
}
