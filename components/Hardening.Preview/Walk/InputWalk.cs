using System.Collections;
using System.Text.Json;

namespace Hardening.Preview.Walk;

/// <summary>
/// Reads one resource's inputs as captured values, the way the SDK serialises them: nulls in objects and maps are left out, in lists and in JSON they
/// stay. What is there already is read at once; what is not is filled in by <see cref="CompleteAsync"/>.
/// </summary>
internal sealed class InputWalk
{
    private readonly Lock _gate = new();
    private List<Task>? _pending;
    private HashSet<Resource>? _dependencies;
    private List<DroppedMember>? _dropped;

    /// <summary>The resources whose outputs the inputs use.</summary>
    public IReadOnlyCollection<Resource> Dependencies => _dependencies as IReadOnlyCollection<Resource> ?? [];

    /// <summary>Members with a value that the SDK does not send.</summary>
    public IReadOnlyList<DroppedMember> Dropped => _dropped ?? [];

    public bool IsPending
    {
        get
        {
            lock (_gate)
            {
                return _pending is not null;
            }
        }
    }

    /// <summary>Waits for the values that were not there at first; after a failed run those that will never come stay unknown.</summary>
    public async Task CompleteAsync(Task giveUp)
    {
        for (var i = 0; ; i++)
        {
            Task next;
            lock (_gate)
            {
                if (_pending is null || i == _pending.Count)
                {
                    return;
                }

                next = _pending[i];
            }

            if (await Task.WhenAny(next, giveUp) == giveUp && !next.IsCompleted)
            {
                return;
            }
        }
    }

    public CapturedValue Read(object? value)
    {
        switch (value)
        {
            case null:
                return CapturedValue.Null;
            case string text:
                return CapturedValue.FromText(text);
            case bool truth:
                return CapturedValue.FromBoolean(truth);
            case int number:
                return CapturedValue.FromNumber(number);
            case double number:
                return CapturedValue.FromNumber(number);
        }

        var facts = TypeFacts.Of(value.GetType());
        return facts.Shape switch
        {
            ValueShape.Args => ReadArgs(facts.Table!, value),
            ValueShape.Deferred => ReadDeferred(facts.Reader!, value),
            ValueShape.Collection => facts.Hidden?.Get(value) is { } items ? Read(items) : ReadDeferred(facts.Reader!, value),
            ValueShape.Union => Read(facts.Property?.GetValue(value)),
            ValueShape.EnumType => Read(facts.Conversion?.Invoke(null, [value])),
            ValueShape.OutputType => ReadOutputType(facts, value),
            ValueShape.DictionaryArgs => facts.Fields.Length > 0 ? Read(facts.Fields[0].GetValue(value)) : CapturedValue.FromMembers(),
            ValueShape.Asset => CapturedValue.FromText($"[{facts.Type.Name}]"),
            _ => ReadOther(value),
        };
    }

    private CapturedValue ReadOther(object value) => value switch
    {
        JsonElement json => ReadJson(json),
        CustomResource resource => ReadReference(resource, resource.Id),
        ComponentResource component => Read(component.Urn),
        IDictionary map => ReadMap(map),
        IList list => ReadList(list, TypeFacts.Of(value.GetType()).Unset),
        Enum number when number.GetTypeCode() == TypeCode.Int32 => CapturedValue.FromNumber((int)value),

        // What the SDK does not take makes the run fail with the SDK's own words.
        _ => CapturedValue.Null,
    };

    private CapturedValue ReadReference(CustomResource resource, Output<string> id)
    {
        lock (_gate)
        {
            (_dependencies ??= []).Add(resource);
        }

        return Read(id);
    }

    private CapturedValue ReadArgs(ArgsTable table, object args)
    {
        foreach (var member in table.Dropped)
        {
            if (member.Read(args) is not null)
            {
                lock (_gate)
                {
                    (_dropped ??= []).Add(new DroppedMember(table.Type, member));
                }
            }
        }

        var members = new CapturedMember[table.Sent.Length];
        var count = 0;
        foreach (var member in table.Sent)
        {
            if (member.Read(args) is { } value && Read(value) is { Kind: not CapturedKind.Null } captured)
            {
                members[count++] = new CapturedMember(member.Name, captured);
            }
        }

        Array.Resize(ref members, count);
        return CapturedValue.FromOrderedMembers(members);
    }

    private CapturedValue ReadOutputType(TypeFacts facts, object value)
    {
        var members = new List<CapturedMember>();
        foreach (var field in facts.Fields)
        {
            if (Read(field.GetValue(value)) is { Kind: not CapturedKind.Null } captured)
            {
                members.Add(new CapturedMember(char.ToLowerInvariant(field.Name[0]) + field.Name[1..], captured));
            }
        }

        return CapturedValue.FromMembers([.. members]);
    }

    private CapturedValue ReadMap(IDictionary map)
    {
        var members = new CapturedMember[map.Count];
        var count = 0;
        foreach (DictionaryEntry entry in map)
        {
            if (entry.Key is string key && Read(entry.Value) is { Kind: not CapturedKind.Null } captured)
            {
                members[count++] = new CapturedMember(key, captured);
            }
        }

        Array.Resize(ref members, count);
        return CapturedValue.FromMembers(members);
    }

    private CapturedValue ReadList(IList list, object? unset)
    {
        // A default ImmutableArray is what an unset list becomes; it has no items and no count.
        if (unset is not null && list.Equals(unset))
        {
            return CapturedValue.Null;
        }

        var items = new CapturedValue[list.Count];
        for (var i = 0; i < items.Length; i++)
        {
            items[i] = Read(list[i]);
        }

        return CapturedValue.FromItems(items);
    }

    private static CapturedValue ReadJson(JsonElement json)
    {
        switch (json.ValueKind)
        {
            case JsonValueKind.String:
                return CapturedValue.FromText(json.GetString()!);
            case JsonValueKind.Number:
                return CapturedValue.FromNumber(json.GetDouble());
            case JsonValueKind.True or JsonValueKind.False:
                return CapturedValue.FromBoolean(json.GetBoolean());
            case JsonValueKind.Array:
                return CapturedValue.FromItems([.. json.EnumerateArray().Select(ReadJson)]);
            case JsonValueKind.Object:
                return CapturedValue.FromMembers([.. json.EnumerateObject()
                    .GroupBy(static member => member.Name, StringComparer.Ordinal)
                    .Select(static same => new CapturedMember(same.Key, ReadJson(same.Last().Value)))]);
            default:
                return CapturedValue.Null;
        }
    }

    private CapturedValue ReadDeferred(OutputReader reader, object value)
    {
        if (reader.TryRead(value, out var reading))
        {
            return FromReading(reading);
        }

        var pending = CapturedValue.Pending();
        var task = FillAsync(reader, value, pending);
        lock (_gate)
        {
            (_pending ??= []).Add(task);
        }

        return pending;
    }

    private async Task FillAsync(OutputReader reader, object value, CapturedValue pending)
    {
        try
        {
            pending.Become(FromReading(await reader.ReadAsync(value)));
        }
#pragma warning disable CA1031 // The run reports the failure; here the value stays unknown.
        catch (Exception)
#pragma warning restore CA1031
        {
            return;
        }
    }

    private CapturedValue FromReading(OutputReading reading)
    {
        if (!reading.Resources.IsEmpty)
        {
            lock (_gate)
            {
                (_dependencies ??= []).UnionWith(reading.Resources);
            }
        }

        var value = reading.IsKnown ? Read(reading.Value) : CapturedValue.Unknown;
        return reading.IsSecret ? value.MarkSecret() : value;
    }
}
