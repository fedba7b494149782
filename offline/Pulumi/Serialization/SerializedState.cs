namespace Pulumi.Serialization;

/// <summary>Properties of a resource, and which of them are secret or unknown. An unknown one has a mark and no value.</summary>
internal sealed class SerializedState(ObjectNode properties)
{
    private Dictionary<string, OutputFlags>? _marks;

    public ObjectNode Properties => properties;

    public void Add(string name, object? value, OutputFlags flags)
    {
        if (flags != OutputFlags.None)
        {
            (_marks ??= new(StringComparer.Ordinal))[name] = flags;
        }

        if (value is not null && (flags & OutputFlags.Unknown) == 0)
        {
            properties.Add(name, value);
        }
    }

    /// <summary>False for a property that is not there at all; one that is there without a value is unknown, or a secret null.</summary>
    public bool TryGet(string name, out object? value, out OutputFlags flags)
    {
        value = properties.Find(name);
        flags = _marks is not null && _marks.TryGetValue(name, out var found) ? found : OutputFlags.None;
        return value is not null || flags != OutputFlags.None;
    }
}
