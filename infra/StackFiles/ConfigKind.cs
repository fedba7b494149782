namespace Hardening.Infra.StackFiles;

internal enum ConfigKind
{
    Null,
    Bool,
    Number,
    String,
    Secret,
    List,
    Object,
}
