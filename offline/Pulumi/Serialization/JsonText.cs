using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Pulumi.Serialization;

/// <summary>Members marked as JSON are sent as one string, in the spacing and key order of the official SDK.</summary>
internal static class JsonText
{
    /// <summary>Null while something in the value is pending or unknown.</summary>
    public static string? Of(object value, Serializer serializer)
    {
        var plain = serializer.Serialize(value);
        if (serializer.Pending is not null || (serializer.Flags & OutputFlags.Unknown) != 0)
        {
            return null;
        }

        return Of(plain);
    }

    /// <summary>For a value that is serialised already.</summary>
    public static string Of(object? node)
    {
        var text = new StringBuilder();
        Write(text, node);
        return text.ToString();
    }

    private static void Write(StringBuilder text, object? value)
    {
        switch (value)
        {
            case null:
                text.Append("null");
                break;
            case bool flag:
                text.Append(flag ? "true" : "false");
                break;
            case double number:
                text.Append(number.ToString("R", CultureInfo.InvariantCulture));
                break;
            case ObjectNode node:
                WriteObject(text, node);
                break;
            case ListNode list:
                WriteList(text, list);
                break;
            default:
                text.Append('"').Append(JsonEncodedText.Encode((string)value, JavaScriptEncoder.UnsafeRelaxedJsonEscaping)).Append('"');
                break;
        }
    }

    private static void WriteObject(StringBuilder text, ObjectNode node)
    {
        var keys = node.Keys.ToArray();
        Array.Sort(keys, StringComparer.Ordinal);
        var separator = "{ ";
        foreach (var key in keys)
        {
            text.Append(separator).Append('"').Append(JsonEncodedText.Encode(key, JavaScriptEncoder.UnsafeRelaxedJsonEscaping)).Append("\": ");
            Write(text, node.Find(key));
            separator = ", ";
        }

        text.Append(keys.Length == 0 ? "{ }" : " }");
    }

    private static void WriteList(StringBuilder text, ListNode list)
    {
        var separator = "[ ";
        foreach (var item in list.Items)
        {
            text.Append(separator);
            Write(text, item);
            separator = ", ";
        }

        text.Append(list.Items.Length == 0 ? "[ ]" : " ]");
    }
}
