namespace Pulumi;

/// <summary>What is known about an output's value; the zero value is the common one: known and not secret.</summary>
[Flags]
internal enum OutputFlags : byte
{
    None = 0,
    Unknown = 1,
    Secret = 2,
}
