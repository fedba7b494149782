using System.Collections;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Hardening.Preview.Schemas;

namespace Hardening.Preview;

/// <summary>Values from what readers of YAML and JSON give.</summary>
internal static class TreeValues
{
    private const int MaximumDepth = 400;

    private static readonly JsonDocumentOptions Options = new() { MaxDepth = MaximumDepth };

    public static CapturedValue FromJson(string json)
    {
        using var document = JsonDocument.Parse(json, Options);
        return JsonValues.Read(document.RootElement);
    }

    public static CapturedValue Read(object? tree, int depth)
    {
        if (depth > MaximumDepth)
        {
            throw new ArgumentException($"The tree is nested more than {MaximumDepth} deep.", nameof(tree));
        }

        return tree switch
        {
            null => CapturedValue.Null,
            CapturedValue value => value,
            string text => CapturedValue.FromText(text),
            bool truth => CapturedValue.FromBoolean(truth),
            JsonElement json => JsonValues.Read(json),
            JsonNode json => FromJson(json.ToJsonString()),
            IDictionary map => ReadMap(map, depth),
            IEnumerable<KeyValuePair<string, object?>> pairs => CapturedValue.FromMembers([.. pairs.Select(pair => new CapturedMember(pair.Key, Read(pair.Value, depth + 1)))]),
            IEnumerable list => CapturedValue.FromItems([.. list.Cast<object?>().Select(item => Read(item, depth + 1))]),
            sbyte or byte or short or ushort or int or uint or long or ulong or float or double or decimal
                => CapturedValue.FromNumber(Convert.ToDouble(tree, CultureInfo.InvariantCulture)),
            _ => throw new ArgumentException($"A value of type {tree.GetType()} is none that a manifest holds: use text, numbers, truth values, lists and dictionaries.", nameof(tree)),
        };
    }

    private static CapturedValue ReadMap(IDictionary map, int depth)
    {
        var members = new List<CapturedMember>(map.Count);
        foreach (DictionaryEntry entry in map)
        {
            members.Add(new CapturedMember(Key(entry.Key), Read(entry.Value, depth + 1)));
        }

        return CapturedValue.FromMembers([.. members]);
    }

    private static string Key(object key) => key as string ?? Convert.ToString(key, CultureInfo.InvariantCulture) ?? "";
}
