namespace Crdgen.Reading;

/// <summary>What a YAML or JSON value is.</summary>
internal enum NodeKind
{
    Null,
    Boolean,
    Number,
    Text,
    List,
    Map,
}
