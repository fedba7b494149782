using System.Globalization;
using System.Text;
using Crdgen.Reading;

namespace Crdgen.Model;

/// <summary>Gives every schema a number; schemas that say the same have the same number.</summary>
internal sealed class Shapes
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly Dictionary<Schema, int> _known = new(ReferenceEqualityComparer.Instance);

    public int Of(Schema schema)
    {
        if (_known.TryGetValue(schema, out var number))
        {
            return number;
        }

        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{schema.Ref}|{schema.Type}|{schema.Format}|{schema.Nullable}|{schema.IntOrString}|");
        text.Append(CultureInfo.InvariantCulture, $"{schema.PreserveUnknownFields}|{schema.EmbeddedResource}|{schema.AdditionalPropertiesAllowed}");
        foreach (var (name, property) in schema.Properties)
        {
            text.Append(CultureInfo.InvariantCulture, $"\np{name}={Of(property)}");
        }

        Add(text, "r", schema.Required);
        Add(text, "i", schema.Items);
        Add(text, "a", schema.AdditionalProperties);
        Add(text, "n", schema.Not);
        Add(text, "e", schema.Enum.Select(Write));
        Add(text, "d", schema.Default is null ? [] : [Write(schema.Default)]);
        Add(text, "b", schema.Bounds.Select(bound => $"{bound.Key}={Write(bound.Value)}"));
        Add(text, "o", schema.OneOf.Select(choice => Number(choice)));
        Add(text, "y", schema.AnyOf.Select(choice => Number(choice)));
        Add(text, "l", schema.AllOf.Select(choice => Number(choice)));
        Add(text, "c", schema.Rules.Select(rule => rule.Rule));
        Add(text, "t", schema.ListType is null ? [] : [schema.ListType, .. schema.ListMapKeys]);
        var key = text.ToString();
        if (!_numbers.TryGetValue(key, out number))
        {
            number = _numbers.Count;
            _numbers.Add(key, number);
        }

        _known.Add(schema, number);
        return number;
    }

    private string Number(Schema schema) => Of(schema).ToString(CultureInfo.InvariantCulture);

    private void Add(StringBuilder text, string mark, Schema? schema)
    {
        if (schema is not null)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n{mark}{Of(schema)}");
        }
    }

    private static void Add(StringBuilder text, string mark, IEnumerable<string> values)
    {
        foreach (var value in values)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n{mark}{value.Length}:{value}");
        }
    }

    private static string Write(Node node) => node.Kind switch
    {
        NodeKind.List => $"[{string.Join(',', node.Items.Select(Write))}]",
        NodeKind.Map => $"{{{string.Join(',', node.Members.Select(member => $"{member.Key.Length}:{member.Key}={Write(member.Value)}"))}}}",
        _ => $"{node.Kind}{node.Text.Length}:{node.Text}",
    };
}
