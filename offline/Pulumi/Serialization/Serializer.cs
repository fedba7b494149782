using System.Collections;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Pulumi.Serialization;

/// <summary>
/// Turns one property of a resource into plain values. It never waits: what it meets and cannot read yet goes to
/// <see cref="Pending"/>, and its caller waits for that and begins again.
/// </summary>
internal sealed class Serializer(Resource resource)
{
    /// <summary>Stands for an unknown value on Pulumi's wire, and so is an unknown value wherever it turns up.</summary>
    public const string UnknownValue = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

    // A secret null travels in an envelope, so that unlike a plain null it is not left out of an object.
    private static readonly object SecretNull = new();

    private string?[] _names = new string?[8];
    private int[] _indexes = new int[8];
    private int _depth;

    public OutputFlags Flags { get; private set; }

    public List<Task>? Pending { get; private set; }

    /// <summary>Resources that the values seen so far came from.</summary>
    public Dependencies Dependencies { get; private set; }

    public void Enter(string name)
    {
        Grow();
        _names[_depth++] = name;
    }

    public void Enter(int index)
    {
        Grow();
        _names[_depth] = null;
        _indexes[_depth++] = index;
    }

    public void Leave() => _depth--;

    /// <summary>Begins with a property; what was seen of another one is forgotten, except where its values came from.</summary>
    public void Begin(string property)
    {
        _depth = 0;
        Flags = OutputFlags.None;
        Pending = null;
        Enter(property);
    }

    public void Wait(Task task) => (Pending ??= []).Add(task);

    /// <summary>Null for null, and for what is unknown or pending.</summary>
    public object? Serialize(object? value) => Opened(SerializeValue(value));

    /// <summary>Null values and keys that belong to the engine are left out.</summary>
    public void AddEntry(ObjectNode target, string key, object? value)
    {
        Enter(key);
        var serialized = SerializeValue(value);
        Leave();
        if (serialized is not null && !key.StartsWith("__", StringComparison.Ordinal))
        {
            target.Add(key, Opened(serialized));
        }
    }

    private static object? Opened(object? value) => ReferenceEquals(value, SecretNull) ? null : value;

    private object? SerializeValue(object? value)
    {
        switch (value)
        {
            case null:
                return null;
            case string text:
                return text.Length == UnknownValue.Length && text == UnknownValue ? Unknown() : text;
            case bool or double:
                return value;
            case int number:
                return (double)number;
            case IInputCollection collection:
                return collection.Serialize(this);
            case InputArgs args:
                return SerializeArgs(args);
            case IInput input:
                return SerializeInput(input);
            case IOutput output:
                return SerializeOutput(output);
            default:
                return SerializeOther(value);
        }
    }

    private object? SerializeInput(IInput input)
    {
        if (!input.TryGetLiteral(out var literal))
        {
            return SerializeOutput(input.ToOutput());
        }

        Enter("id");
        var result = SerializeValue(literal);
        Leave();
        return result;
    }

    private object? SerializeOutput(IOutput output)
    {
        Enter("id");
        object? result = null;
        switch (output.Peek(out var data))
        {
            case OutputStatus.Settled:
                Flags |= data.Flags;
                Dependencies = Dependencies.Union(data.Dependencies);
                result = data.IsKnown ? SerializeValue(data.Value) ?? (data.IsSecret ? SecretNull : null) : null;
                break;
            case OutputStatus.Pending:
                Wait(output.WhenSettled());
                break;
            default:
                output.WhenSettled().GetAwaiter().GetResult();
                break;
        }

        Leave();
        return result;
    }

    private ObjectNode SerializeArgs(InputArgs args)
    {
        var members = InputTable.Of(args.GetType()).Members;
        var result = new ObjectNode(members.Length);
        foreach (var member in members)
        {
            AddEntry(result, member.WireName, member.Read(args, this));
        }

        return result;
    }

    private object? SerializeOther(object value)
    {
        switch (value)
        {
            case IUnion union:
                return SerializeValue(union.Value);
            case JsonElement element:
                return SerializeJson(element);
            case Task:
                throw new InvalidOperationException(
                    $"Tasks are not allowed inside ResourceArgs. Please wrap your Task in an Output:\n\t{Path()}");
            case IDictionary dictionary:
                return SerializeDictionary(dictionary);
            case IList list:
                return SerializeList(list);
            case Enum number when number.GetTypeCode() == TypeCode.Int32:
                return (double)(int)value;
            case ValueTuple:
                return null;
            default:
                return TypedValues.TryUnwrap(value, out var plain)
                    ? SerializeValue(plain)
                    : throw new InvalidOperationException($"{value.GetType().FullName} is not a supported argument type.\n\t{Path()}");
        }
    }

    private ObjectNode SerializeDictionary(IDictionary dictionary)
    {
        var result = new ObjectNode(dictionary.Count);
        foreach (DictionaryEntry entry in dictionary)
        {
            var key = entry.Key as string
                ?? throw new InvalidOperationException($"Dictionaries are only supported with string keys:\n\t{Path()}");
            AddEntry(result, key, entry.Value);
        }

        return result;
    }

    private ListNode SerializeList(IList list)
    {
        if (TypedValues.IsDefaultImmutableArray(list))
        {
            return new ListNode([]);
        }

        var items = new object?[list.Count];
        for (var i = 0; i < items.Length; i++)
        {
            Enter(i);
            items[i] = Serialize(list[i]);
            Leave();
        }

        return new ListNode(items);
    }

    private object? SerializeJson(JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.String:
                return Serialize(element.GetString());
            case JsonValueKind.Number:
                return element.GetDouble();
            case JsonValueKind.True or JsonValueKind.False:
                return element.GetBoolean();
            case JsonValueKind.Array:
                return new ListNode([.. element.EnumerateArray().Select(SerializeJson)]);
            case JsonValueKind.Object:
                var result = new ObjectNode(0);
                foreach (var property in element.EnumerateObject())
                {
                    // A null that JSON states is kept, unlike that of any other object.
                    if (!property.Name.StartsWith("__", StringComparison.Ordinal))
                    {
                        result.Add(property.Name, SerializeJson(property.Value));
                    }
                }

                return result;
            default:
                return null;
        }
    }

    private object? Unknown()
    {
        Flags |= OutputFlags.Unknown;
        return null;
    }

    private void Grow()
    {
        if (_depth == _names.Length)
        {
            Array.Resize(ref _names, _depth * 2);
            Array.Resize(ref _indexes, _depth * 2);
        }
    }

    private string Path()
    {
        var path = new StringBuilder($"resource:{resource.GetResourceName()}[{resource.GetResourceType()}]");
        for (var i = 0; i < _depth; i++)
        {
            if (_names[i] is { } name)
            {
                path.Append('.').Append(name);
            }
            else
            {
                path.Append(CultureInfo.InvariantCulture, $"[{_indexes[i]}]");
            }
        }

        return path.ToString();
    }
}
