using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Hardening.Infra.StackFiles;

/// <summary>Configuration as an engine hands it over: one text a key, JSON where the value has parts.</summary>
internal static class ConfigText
{
    private const int MaxDepth = 100;
    private static readonly JsonWriterOptions WriterOptions = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    /// <summary>The text of one key's value: a scalar as it is, null as the empty text, lists and objects as JSON.</summary>
    /// <param name="node">The value.</param>
    /// <param name="decrypted">What stands for an encrypted value; an engine would put the plain text there.</param>
    public static string Write(ConfigNode node, string decrypted = "")
    {
        switch (node.Kind)
        {
            case ConfigKind.Null:
                return "";
            case ConfigKind.Secret:
                return decrypted;
            case ConfigKind.List or ConfigKind.Object:
                var buffer = new MemoryStream();
                using (var json = new Utf8JsonWriter(buffer, WriterOptions))
                    Write(json, node, decrypted);
                return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
            default:
                return node.Text;
        }
    }

    /// <summary>Reads the JSON text of one key's value.</summary>
    /// <exception cref="JsonException">The text is no JSON value.</exception>
    public static ConfigNode Read(string json)
    {
        using var document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = MaxDepth });
        return Read(document.RootElement);
    }

    private static ConfigNode Read(JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.True or JsonValueKind.False:
                return ConfigNode.Bool(element.ValueKind is JsonValueKind.True);
            case JsonValueKind.Number:
                var integer = element.TryGetInt64(out var value);
                return ConfigNode.Number(integer ? value.ToString(CultureInfo.InvariantCulture) : JsonNumber.Format(element.GetDouble()));
            case JsonValueKind.String:
                return ConfigNode.String(element.GetString() ?? "");
            case JsonValueKind.Array:
                return ConfigNode.List(element.EnumerateArray().Select(Read).ToList());
            case JsonValueKind.Object:
                var members = new Dictionary<string, ConfigNode>(StringComparer.Ordinal);
                foreach (var member in element.EnumerateObject())
                {
                    if (!members.TryAdd(member.Name, Read(member.Value)))
                        throw new JsonException($"the key \"{member.Name}\" is there twice");
                }

                return ConfigNode.Object(members);
            default:
                return ConfigNode.Null();
        }
    }

    private static void Write(Utf8JsonWriter json, ConfigNode node, string decrypted)
    {
        switch (node.Kind)
        {
            case ConfigKind.Null:
                json.WriteNullValue();
                break;
            case ConfigKind.Bool:
                json.WriteBooleanValue(node.Text is "true");
                break;
            case ConfigKind.Number:
                json.WriteRawValue(node.Text, skipInputValidation: true);
                break;
            case ConfigKind.Secret:
                json.WriteStringValue(decrypted);
                break;
            case ConfigKind.List:
                json.WriteStartArray();
                foreach (var item in node.Items)
                    Write(json, item, decrypted);
                json.WriteEndArray();
                break;
            case ConfigKind.Object:
                json.WriteStartObject();
                foreach (var (key, value) in node.Members)
                {
                    json.WritePropertyName(key);
                    Write(json, value, decrypted);
                }

                json.WriteEndObject();
                break;
            default:
                json.WriteStringValue(node.Text);
                break;
        }
    }
}
