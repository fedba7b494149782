namespace Pulumi.Serialization;

/// <summary>What a mock answered: the properties, and those of them that are secret or unknown.</summary>
internal sealed class SerializedState(ObjectNode properties)
{
    private Dictionary<string, OutputFlags>? _marks;

    public ObjectNode Properties => properties;

    public OutputFlags FlagsOf(string name) => _marks is not null && _marks.TryGetValue(name, out var flags) ? flags : OutputFlags.None;

    public bool Contains(string name) => properties.Find(name) is not null || (FlagsOf(name) & OutputFlags.Unknown) != 0;

    public void Mark(string name, OutputFlags flags) => (_marks ??= new(StringComparer.Ordinal))[name] = flags;
}
