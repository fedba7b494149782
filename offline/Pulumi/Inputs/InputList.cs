using System.Collections;
using System.Collections.Immutable;
using Pulumi.Serialization;

namespace Pulumi;

/// <remarks>Items are kept as they were added; the flat output of their values is made when somebody asks for it.</remarks>
public sealed class InputList<T> : Input<ImmutableArray<T>>, IEnumerable, IAsyncEnumerable<Input<T>>, IInputCollection
{
    // Set when the list itself is an output: its length is not known here.
    private Output<ImmutableArray<Input<T>>>? _deferred;
    private Input<T>[] _items;
    private int _count;
    private Output<ImmutableArray<T>>? _flat;

    public InputList()
        : this([], 0)
    {
    }

    private InputList(Input<T>[] items, int count)
        : base(default(ImmutableArray<T>))
    {
        _items = items;
        _count = count;
    }

    private InputList(Output<ImmutableArray<Input<T>>> deferred)
        : this([], 0)
        => _deferred = deferred;

    // The official SDK has this property too, not public: whoever wants items one by one may look for it on both.
    internal Input<ImmutableArray<Input<T>>> Value
    {
        get
        {
            if (_deferred is not null)
            {
                return _deferred;
            }

            return ImmutableArray.Create(_items.AsSpan(0, _count));
        }
    }

    public static implicit operator InputList<T>(T value) => new([value], 1);

    public static implicit operator InputList<T>(Output<T> value) => new([value], 1);

    public static implicit operator InputList<T>(Input<T> value) => new([value], 1);

    public static implicit operator InputList<T>(T[] values) => FromSpan(values);

    public static implicit operator InputList<T>(Output<T>[] values) => From(values.Length, index => values[index]);

    public static implicit operator InputList<T>(Input<T>[] values) => new([.. values], values.Length);

    public static implicit operator InputList<T>(List<T> values) => FromSpan(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(values));

    public static implicit operator InputList<T>(List<Output<T>> values) => From(values.Count, index => values[index]);

    public static implicit operator InputList<T>(List<Input<T>> values) => new([.. values], values.Count);

    public static implicit operator InputList<T>(ImmutableArray<T> values) => FromSpan(values.IsDefault ? [] : values.AsSpan());

    public static implicit operator InputList<T>(ImmutableArray<Output<T>> values)
        => values.IsDefault ? new InputList<T>() : From(values.Length, index => values[index]);

    public static implicit operator InputList<T>(ImmutableArray<Input<T>> values)
        => values.IsDefault ? new InputList<T>() : new InputList<T>([.. values], values.Length);

    public static implicit operator InputList<T>(Output<T[]> values) => new(values.Apply(items => ToInputs(items)));

    public static implicit operator InputList<T>(Output<List<T>> values) => new(values.Apply(items => ToInputs(items)));

    public static implicit operator InputList<T>(Output<IEnumerable<T>> values) => new(values.Apply(ToInputs));

    public static implicit operator InputList<T>(Output<ImmutableArray<T>> values)
        => new(values.Apply(items => items.IsDefault ? [] : ToInputs(items)));

    public void Add(params Input<T>[] inputs) => Append(inputs);

    public void Add(InputList<T> inputs) => AddRange(inputs);

    public void AddRange(InputList<T> inputs)
    {
        if (_deferred is null && inputs._deferred is null)
        {
            Append(inputs._items.AsSpan(0, inputs._count));
            return;
        }

        _deferred = Joined(this, inputs);
        _flat = null;
    }

    public InputList<T> Concat(InputList<T> other)
    {
        if (_deferred is not null || other._deferred is not null)
        {
            return new InputList<T>(Joined(this, other));
        }

        var items = new Input<T>[_count + other._count];
        Array.Copy(_items, items, _count);
        Array.Copy(other._items, 0, items, _count, other._count);
        return new InputList<T>(items, items.Length);
    }

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

    internal InputList<T> Clone() => _deferred is null ? new InputList<T>([.. _items.AsSpan(0, _count)], _count) : new InputList<T>(_deferred);

    /// <summary>False when the list itself is an output.</summary>
    internal bool TryGetItems(out ReadOnlySpan<Input<T>> items)
    {
        items = _items.AsSpan(0, _count);
        return _deferred is null;
    }

    /// <summary>True when there is certainly nothing in the list.</summary>
    internal bool IsEmpty => _deferred is null && _count == 0;

    object? IInputCollection.Serialize(Serializer serializer)
    {
        serializer.Enter("id");
        var result = _deferred is null ? SerializeItems(serializer) : serializer.Serialize(_deferred);
        serializer.Leave();
        return result;
    }

    private protected override Output<ImmutableArray<T>> GetOutput()
        => _flat ??= _deferred is null
            ? Flatten(_items.AsSpan(0, _count))
            : _deferred.Apply(items => items.IsDefault ? Output.Create(default(ImmutableArray<T>)) : Flatten(items.AsSpan()));

    private protected override bool TryGetLiteral(out object? value)
    {
        value = null;
        return false;
    }

    private static Output<ImmutableArray<T>> Flatten(ReadOnlySpan<Input<T>> items)
    {
        var outputs = new Output<T>[items.Length];
        for (var i = 0; i < items.Length; i++)
        {
            outputs[i] = items[i];
        }

        return OutputCombiner.All(outputs);
    }

    private static Output<ImmutableArray<Input<T>>> Joined(InputList<T> first, InputList<T> second)
        => Output.Tuple(first.Value, second.Value).Apply(both => both.Item1.AddRange(both.Item2));

    private static ImmutableArray<Input<T>> ToInputs(IEnumerable<T> values) => [.. values.Select(value => (Input<T>)value)];

    private static InputList<T> FromSpan(ReadOnlySpan<T> values)
    {
        var items = new Input<T>[values.Length];
        for (var i = 0; i < items.Length; i++)
        {
            items[i] = values[i];
        }

        return new InputList<T>(items, items.Length);
    }

    private static InputList<T> From(int count, Func<int, Input<T>> get)
    {
        var items = new Input<T>[count];
        for (var i = 0; i < count; i++)
        {
            items[i] = get(i);
        }

        return new InputList<T>(items, count);
    }

    private void Append(ReadOnlySpan<Input<T>> inputs)
    {
        _flat = null;
        if (_deferred is not null)
        {
            var added = ImmutableArray.Create(inputs);
            _deferred = _deferred.Apply(items => items.AddRange(added));
            return;
        }

        if (_count + inputs.Length > _items.Length)
        {
            Array.Resize(ref _items, Math.Max(_count + inputs.Length, _items.Length * 2));
        }

        inputs.CopyTo(_items.AsSpan(_count));
        _count += inputs.Length;
    }

    private ListNode SerializeItems(Serializer serializer)
    {
        var values = new object?[_count];
        for (var i = 0; i < values.Length; i++)
        {
            serializer.Enter(i);
            values[i] = serializer.Serialize(_items[i]);
            serializer.Leave();
        }

        return new ListNode(values);
    }
}
