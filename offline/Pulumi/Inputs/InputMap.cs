using System.Collections;
using System.Collections.Immutable;
using Pulumi.Serialization;

namespace Pulumi;

/// <remarks>Entries are kept as they were added; the flat output of their values is made when somebody asks for it.</remarks>
public sealed class InputMap<TValue> : Input<ImmutableDictionary<string, TValue>>, IEnumerable, IAsyncEnumerable<Input<KeyValuePair<string, TValue>>>, IInputCollection
{
    // Set when the map itself is an output: its keys are not known here.
    private Output<ImmutableDictionary<string, Input<TValue>>>? _deferred;
    private readonly Dictionary<string, Input<TValue>> _entries;
    private Output<ImmutableDictionary<string, TValue>>? _flat;

    public InputMap()
        : this(new Dictionary<string, Input<TValue>>(StringComparer.Ordinal))
    {
    }

    private InputMap(Dictionary<string, Input<TValue>> entries)
        : base(literal: null!)
        => _entries = entries;

    private InputMap(Output<ImmutableDictionary<string, Input<TValue>>> deferred)
        : this()
        => _deferred = deferred;

    public Input<TValue> this[string key]
    {
        set => Add(key, value);
    }

    // The official SDK has a property of this name too, not public: whoever wants the entries one by one may look for it on both.
    internal object Value => _deferred ?? (object)_entries;

    public static implicit operator InputMap<TValue>(Dictionary<string, TValue> values)
    {
        var entries = new Dictionary<string, Input<TValue>>(values.Count, StringComparer.Ordinal);
        foreach (var entry in values)
        {
            entries.Add(entry.Key, entry.Value);
        }

        return new InputMap<TValue>(entries);
    }

    public static implicit operator InputMap<TValue>(ImmutableDictionary<string, TValue> values) => Output.Create(values);

    public static implicit operator InputMap<TValue>(Output<Dictionary<string, TValue>> values)
        => new(values.Apply(entries => ToInputs(entries)));

    public static implicit operator InputMap<TValue>(Output<IDictionary<string, TValue>> values) => new(values.Apply(ToInputs));

    public static implicit operator InputMap<TValue>(Output<ImmutableDictionary<string, TValue>> values)
        => new(values.Apply(entries => entries is null ? null! : ToInputs(entries)));

    public static InputMap<TValue> Merge(InputMap<TValue> first, InputMap<TValue> second)
        => first._deferred is null && second._deferred is null
            ? new InputMap<TValue>(Merge(first._entries, second._entries))
            : new InputMap<TValue>(Output.Tuple(first.Deferred(), second.Deferred()).Apply(both => both.Item1.SetItems(both.Item2)));

    public void Add(string key, Input<TValue> value)
    {
        _flat = null;
        if (_deferred is not null)
        {
            _deferred = With(_deferred, key, value);
        }
        else if (!_entries.TryAdd(key, value))
        {
            _entries[key] = Same(key, _entries[key], value);
        }
    }

    public void Add(InputMap<TValue> values) => AddRange(values);

    public void AddRange(InputMap<TValue> values)
    {
        if (_deferred is null && values._deferred is null && !values._entries.Keys.Any(_entries.ContainsKey))
        {
            foreach (var entry in values._entries)
            {
                _entries.Add(entry.Key, entry.Value);
            }
        }
        else
        {
            _deferred = Output.Tuple(Deferred(), values.Deferred()).Apply(both => both.Item1.AddRange(both.Item2));
        }

        _flat = null;
    }

    IEnumerator IEnumerable.GetEnumerator()
        => throw new NotSupportedException(
            $"A {GetType().FullName} cannot be synchronously enumerated. Use {nameof(GetAsyncEnumerator)} instead.");

    public async IAsyncEnumerator<Input<KeyValuePair<string, TValue>>> GetAsyncEnumerator(CancellationToken cancellationToken)
    {
        if (!GetOutput().TryGet(out var data))
        {
            data = await GetOutput().DataTask.ConfigureAwait(false);
        }

        if (!data.IsKnown)
        {
            yield break;
        }

        foreach (var entry in data.Value)
        {
            yield return entry;
        }
    }

    object? IInputCollection.Serialize(Serializer serializer)
    {
        serializer.Enter("id");
        var result = _deferred is null ? SerializeEntries(serializer) : serializer.Serialize(_deferred);
        serializer.Leave();
        return result;
    }

    private protected override Output<ImmutableDictionary<string, TValue>> GetOutput()
        => _flat ??= _deferred is null
            ? Flatten(_entries, _entries.Count)
            : _deferred.Apply(entries => entries is null ? new Output<ImmutableDictionary<string, TValue>>(null!) : Flatten(entries, entries.Count));

    private protected override bool TryGetLiteral(out object? value)
    {
        value = null;
        return false;
    }

    private static Output<ImmutableDictionary<string, TValue>> Flatten(IEnumerable<KeyValuePair<string, Input<TValue>>> entries, int count)
    {
        var keys = new string[count];
        var outputs = new IOutput[count];
        var next = 0;
        foreach (var entry in entries)
        {
            keys[next] = entry.Key;
            outputs[next++] = (Output<TValue>)entry.Value;
        }

        return OutputCombiner.Combine(
            outputs,
            values =>
            {
                var result = ImmutableDictionary.CreateBuilder<string, TValue>(StringComparer.Ordinal);
                for (var i = 0; i < keys.Length; i++)
                {
                    result[keys[i]] = (TValue)values[i]!;
                }

                return result.ToImmutable();
            });
    }

    private static Dictionary<string, Input<TValue>> Merge(Dictionary<string, Input<TValue>> first, Dictionary<string, Input<TValue>> second)
    {
        var merged = new Dictionary<string, Input<TValue>>(first, StringComparer.Ordinal);
        foreach (var entry in second)
        {
            merged[entry.Key] = entry.Value;
        }

        return merged;
    }

    private static Output<ImmutableDictionary<string, Input<TValue>>> With(
        Output<ImmutableDictionary<string, Input<TValue>>> map, string key, Input<TValue> value)
        => map.Apply(entries => entries.SetItem(key, entries.TryGetValue(key, out var old) ? Same(key, old, value) : value));

    // Which values are the same can only be told once both are there.
    private static Input<TValue> Same(string key, Input<TValue> first, Input<TValue> second)
        => Output.Tuple(first, second).Apply(both => EqualityComparer<TValue>.Default.Equals(both.Item1, both.Item2)
            ? both.Item1
            : throw new ArgumentException($"Key '{key}' already exists in the map with a different value."));

    private static ImmutableDictionary<string, Input<TValue>> ToInputs(IEnumerable<KeyValuePair<string, TValue>> entries)
        => entries.ToImmutableDictionary(entry => entry.Key, entry => (Input<TValue>)entry.Value, StringComparer.Ordinal);

    private Output<ImmutableDictionary<string, Input<TValue>>> Deferred()
        => _deferred ?? Output.Create(_entries.ToImmutableDictionary(StringComparer.Ordinal));

    private ObjectNode SerializeEntries(Serializer serializer)
    {
        var result = new ObjectNode(_entries.Count);
        foreach (var entry in _entries)
        {
            serializer.AddEntry(result, entry.Key, entry.Value);
        }

        return result;
    }
}
