namespace Hardening.Preview.Yaml;

/// <summary>How a string is written so that every YAML reader gives the same string back.</summary>
internal enum ScalarStyle
{
    Plain,
    SingleQuoted,
    DoubleQuoted,
    LiteralBlock,
}
