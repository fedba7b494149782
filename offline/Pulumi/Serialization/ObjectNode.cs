using System.Collections.Immutable;

namespace Pulumi.Serialization;

/// <summary>
/// A serialised object: far cheaper to make than the immutable dictionary that mocks are shown, which is built only when one looks.
/// Values are strings, booleans, doubles, null (in lists, and for a secret null), <see cref="ListNode"/> and <see cref="ObjectNode"/>.
/// </summary>
internal sealed class ObjectNode(int capacity)
{
    private string[] _keys = capacity == 0 ? [] : new string[capacity];
    private object?[] _values = capacity == 0 ? [] : new object?[capacity];
    private ImmutableDictionary<string, object>? _immutable;

    public int Count { get; private set; }

    /// <summary>The immutable form, if somebody has asked for it.</summary>
    public ImmutableDictionary<string, object>? ImmutableOrNull => _immutable;

    public ReadOnlySpan<string> Keys => _keys.AsSpan(0, Count);

    public object? ValueAt(int index) => _values[index];

    public void Add(string key, object? value)
    {
        if (Count == _keys.Length)
        {
            Array.Resize(ref _keys, Math.Max(4, Count * 2));
            Array.Resize(ref _values, _keys.Length);
        }

        _keys[Count] = key;
        _values[Count++] = value;
    }

    public object? Find(string key)
    {
        var index = Keys.IndexOf(key);
        return index < 0 ? null : _values[index];
    }

    public ImmutableDictionary<string, object> ToImmutable()
    {
        if (_immutable is null)
        {
            var result = ImmutableDictionary.CreateBuilder<string, object>(StringComparer.Ordinal);
            for (var i = 0; i < Count; i++)
            {
                result[_keys[i]] = ToPublic(_values[i])!;
            }

            _immutable = result.ToImmutable();
        }

        return _immutable;
    }

    internal static object? ToPublic(object? value)
        => value switch
        {
            ObjectNode node => node.ToImmutable(),
            ListNode list => list.ToImmutable(),
            _ => value,
        };
}
