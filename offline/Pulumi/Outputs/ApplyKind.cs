namespace Pulumi;

/// <summary>What the function given to Apply returns.</summary>
internal enum ApplyKind
{
    Value,
    Task,
    Input,
    Output,
}
