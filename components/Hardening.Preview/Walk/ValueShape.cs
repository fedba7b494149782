namespace Hardening.Preview.Walk;

/// <summary>How the SDK serialises values of a type.</summary>
internal enum ValueShape
{
    Args,
    DictionaryArgs,
    Deferred,
    Collection,
    Union,
    OutputType,
    EnumType,
    Asset,
    Other,
}
