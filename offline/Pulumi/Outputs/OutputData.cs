namespace Pulumi;

internal readonly struct OutputData<T>(T value, Dependencies dependencies, OutputFlags flags)
{
    public readonly T Value = value;
    public readonly Dependencies Dependencies = dependencies;
    public readonly OutputFlags Flags = flags;

    public bool IsKnown => (Flags & OutputFlags.Unknown) == 0;

    public bool IsSecret => (Flags & OutputFlags.Secret) != 0;
}
