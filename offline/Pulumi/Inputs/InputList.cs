using System.Collections;
using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Pulumi.Serialization;

namespace Pulumi;

/// <remarks>Items are kept as they were added; the flat output of their values is made when somebody asks for it.</remarks>
public sealed class InputList<T> : Input<ImmutableArray<T>>, IEnumerable, IAsyncEnumerable<Input<T>>, IInputCollection
{
    // Set when the list itself is an output: its length is not known here.
    private Output<ImmutableArray<Input<T>>>? _deferred;
    private readonly List<Input<T>> _items;
    private Output<ImmutableArray<T>>? _flat;

    public InputList()
        : this(new List<Input<T>>())
    {
    }

    private InputList(List<Input<T>> items)
        : base(default(ImmutableArray<T>))
        => _items = items;

    private InputList(Output<ImmutableArray<Input<T>>> deferred)
        : this()
        => _deferred = deferred;

    // The official SDK has a property of this name too, not public: whoever wants the items one by one may look for it on both.
    internal object Value => _deferred ?? (object)_items;

    public static implicit operator InputList<T>(T value) => new([value]);

    public static implicit operator InputList<T>(Output<T> value) => new([value]);

    public static implicit operator InputList<T>(Input<T> value) => new([value]);

    public static implicit operator InputList<T>(T[] values) => FromSpan(values);

    public static implicit operator InputList<T>(Output<T>[] values) => FromOutputs(values);

    public static implicit operator InputList<T>(Input<T>[] values) => new(new List<Input<T>>(values));

    public static implicit operator InputList<T>(List<T> values) => FromSpan(CollectionsMarshal.AsSpan(values));

    public static implicit operator InputList<T>(List<Output<T>> values) => FromOutputs(CollectionsMarshal.AsSpan(values));

    public static implicit operator InputList<T>(List<Input<T>> values) => new(new List<Input<T>>(values));

    public static implicit operator InputList<T>(ImmutableArray<T> values) => FromSpan(values.IsDefault ? [] : values.AsSpan());

    public static implicit operator InputList<T>(ImmutableArray<Output<T>> values) => FromOutputs(values.IsDefault ? [] : values.AsSpan());

    public static implicit operator InputList<T>(ImmutableArray<Input<T>> values)
        => values.IsDefault ? new InputList<T>() : new InputList<T>(new List<Input<T>>(values));

    public static implicit operator InputList<T>(Output<T[]> values) => new(values.Apply(items => ToInputs(items)));

    public static implicit operator InputList<T>(Output<List<T>> values) => new(values.Apply(items => ToInputs(items)));

    public static implicit operator InputList<T>(Output<IEnumerable<T>> values) => new(values.Apply(ToInputs));

    public static implicit operator InputList<T>(Output<ImmutableArray<T>> values)
        => new(values.Apply(items => items.IsDefault ? [] : ToInputs(items)));

    public void Add(params Input<T>[] inputs) => Append(inputs);

    public void Add(InputList<T> inputs) => AddRange(inputs);

    public void AddRange(InputList<T> inputs)
    {
        _flat = null;
        if (_deferred is null && inputs._deferred is null)
        {
            _items.AddRange(inputs._items);
        }
        else
        {
            _deferred = Joined(this, inputs);
        }
    }

    public InputList<T> Concat(InputList<T> other)
        => _deferred is null && other._deferred is null
            ? new InputList<T>([.. _items, .. other._items])
            : new InputList<T>(Joined(this, other));

    IEnumerator IEnumerable.GetEnumerator()
        => throw new NotSupportedException(
            $"A {GetType().FullName} cannot be synchronously enumerated. Use {nameof(GetAsyncEnumerator)} instead.");

    public async IAsyncEnumerator<Input<T>> GetAsyncEnumerator(CancellationToken cancellationToken)
    {
        if (!GetOutput().TryGet(out var data))
        {
            data = await GetOutput().DataTask.ConfigureAwait(false);
        }

        if (!data.IsKnown || data.Value.IsDefault)
        {
            yield break;
        }

        foreach (var item in data.Value)
        {
            yield return item;
        }
    }

    internal InputList<T> Clone() => _deferred is null ? new InputList<T>([.. _items]) : new InputList<T>(_deferred);

    /// <summary>False when the list itself is an output.</summary>
    internal bool TryGetItems(out List<Input<T>> items)
    {
        items = _items;
        return _deferred is null;
    }

    /// <summary>True when there is certainly nothing in the list.</summary>
    internal bool IsEmpty => _deferred is null && _items.Count == 0;

    object? IInputCollection.Serialize(Serializer serializer)
    {
        serializer.Enter("id");
        var result = _deferred is null ? SerializeItems(serializer) : serializer.Serialize(_deferred);
        serializer.Leave();
        return result;
    }

    private protected override Output<ImmutableArray<T>> GetOutput()
        => _flat ??= _deferred is null
            ? Flatten(_items)
            : _deferred.Apply(items => items.IsDefault ? Output.Create(default(ImmutableArray<T>)) : Flatten(items));

    private protected override bool TryGetLiteral(out object? value)
    {
        value = null;
        return false;
    }

    private static Output<ImmutableArray<T>> Flatten(IReadOnlyList<Input<T>> items)
    {
        var outputs = new Output<T>[items.Count];
        for (var i = 0; i < outputs.Length; i++)
        {
            outputs[i] = items[i];
        }

        return OutputCombiner.All(outputs);
    }

    private static Output<ImmutableArray<Input<T>>> Joined(InputList<T> first, InputList<T> second)
        => Output.Tuple(first.Deferred(), second.Deferred()).Apply(both => both.Item1.AddRange(both.Item2));

    private static ImmutableArray<Input<T>> ToInputs(IEnumerable<T> values) => [.. values.Select(value => (Input<T>)value)];

    private static InputList<T> FromSpan(ReadOnlySpan<T> values)
    {
        var items = new List<Input<T>>(values.Length);
        foreach (var value in values)
        {
            items.Add(value);
        }

        return new InputList<T>(items);
    }

    private static InputList<T> FromOutputs(ReadOnlySpan<Output<T>> values)
    {
        var items = new List<Input<T>>(values.Length);
        foreach (var value in values)
        {
            items.Add(value);
        }

        return new InputList<T>(items);
    }

    private Output<ImmutableArray<Input<T>>> Deferred() => _deferred ?? Output.Create(_items.ToImmutableArray());

    private void Append(ReadOnlySpan<Input<T>> inputs)
    {
        _flat = null;
        if (_deferred is null)
        {
            _items.AddRange(inputs);
        }
        else
        {
            _deferred = With(_deferred, [.. inputs]);
        }
    }

    private static Output<ImmutableArray<Input<T>>> With(Output<ImmutableArray<Input<T>>> list, ImmutableArray<Input<T>> added)
        => list.Apply(items => items.AddRange(added));

    private ListNode SerializeItems(Serializer serializer)
    {
        var values = new object?[_items.Count];
        for (var i = 0; i < values.Length; i++)
        {
            serializer.Enter(i);
            values[i] = serializer.Serialize(_items[i]);
            serializer.Leave();
        }

        return new ListNode(values);
    }
}
