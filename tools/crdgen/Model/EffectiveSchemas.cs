using Crdgen.Reading;

namespace Crdgen.Model;

/// <summary>
/// Schemas as types see them: references are followed, a missing type is inferred, and members that only branches of <c>allOf</c>, <c>anyOf</c> or
/// <c>oneOf</c> declare are members like others. Where branches disagree about a type, it is any value. What branches require is never required.
/// An object inside an object has <c>apiVersion</c>, <c>kind</c> and <c>metadata</c>, declared or not.
/// </summary>
internal sealed class EffectiveSchemas(IReadOnlyDictionary<string, Schema> definitions)
{
    private const int MaximumJoined = 20_000;

    /// <summary>How many branches may add to one member; what more than that disagree about is any value.</summary>
    private const int MaximumBranches = 200;

    private static readonly Schema Any = new();

    /// <summary>What an object inside an object has without saying so: the API server keeps these three.</summary>
    private static readonly KeyValuePair<string, Schema>[] Implied =
    [
        new("apiVersion", new Schema { Type = "string" }),
        new("kind", new Schema { Type = "string" }),
        new("metadata", new Schema { Type = "object", PreserveUnknownFields = true }),
    ];

    private readonly Dictionary<Schema, Schema> _known = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<Schema, int> _branches = new(ReferenceEqualityComparer.Instance);
    private int _joined;

    /// <exception cref="SchemaException">A reference leads nowhere.</exception>
    public Schema Of(Schema schema, string path)
    {
        if (_known.TryGetValue(schema, out var known))
        {
            return known;
        }

        var target = Follow(schema, path);

        // A branch that leads back here sees the schema's own members.
        _known[schema] = target;
        var joined = Branches(target) is [_, ..] branches && !target.IntOrString ? Join(target, branches, path) : target;
        return _known[schema] = WithImplied(Typed(joined));
    }

    private Schema Follow(Schema schema, string path)
    {
        for (var steps = 0; schema.Ref is { } reference; steps++)
        {
            if (definitions.Count == 0)
            {
                throw new SchemaException(path, $"refers to '{reference}'; a CustomResourceDefinition may not use $ref", schema.Line);
            }

            schema = definitions.GetValueOrDefault(References.Target(reference)) ?? throw new SchemaException(path, $"refers to '{reference}', which the document does not have", schema.Line);
            if (steps > definitions.Count)
            {
                throw new SchemaException(path, $"'{reference}' is a reference that leads back to itself", schema.Line);
            }
        }

        return schema;
    }

    private static List<Schema> Branches(Schema schema) => [.. schema.AllOf, .. schema.AnyOf, .. schema.OneOf];

    private Schema Join(Schema schema, List<Schema> branches, string path)
    {
        var effective = branches.ConvertAll(branch => Of(branch, path));
        var types = effective.Prepend(schema).Select(branch => branch.Type).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        var nullable = schema.Nullable || types.Remove("null") || effective.Exists(branch => branch.Nullable && schema.Type is null);
        if (schema.Type is null && types.Count > 1)
        {
            types.Sort(StringComparer.Ordinal);
            return types switch
            {
                ["integer", "string"] => schema with { IntOrString = true, Nullable = nullable },
                ["integer", "number"] => schema with { Type = "number", Nullable = nullable },
                _ => schema with { Properties = [], Items = null, AdditionalProperties = null, Nullable = nullable },
            };
        }

        var properties = new SortedDictionary<string, Schema>(schema.Properties.ToDictionary(StringComparer.Ordinal), StringComparer.Ordinal);
        var changed = false;
        foreach (var (name, property) in effective.SelectMany(branch => branch.Properties))
        {
            changed |= Add(properties, name, property, $"{path}.{name}");
        }

        var items = effective.Select(branch => branch.Items).Aggregate(schema.Items, (all, one) => Both(all, one, path));
        var values = effective.Select(branch => branch.AdditionalProperties).Aggregate(schema.AdditionalProperties, (all, one) => Both(all, one, path));
        var preserves = schema.PreserveUnknownFields || effective.Exists(branch => branch.PreserveUnknownFields);
        var intOrString = types.Count == 0 && effective.Exists(branch => branch.IntOrString);
        changed |= !ReferenceEquals(items, schema.Items) || !ReferenceEquals(values, schema.AdditionalProperties) || preserves != schema.PreserveUnknownFields
            || nullable != schema.Nullable || intOrString || (schema.Type is null && types.Count > 0);
        return changed
            ? schema with
            {
                Type = schema.Type ?? types.FirstOrDefault(),
                IntOrString = intOrString,
                Nullable = nullable,
                PreserveUnknownFields = preserves,
                Properties = [.. properties],
                Items = items,
                AdditionalProperties = values,
                Format = schema.Format ?? effective.Select(branch => branch.Format).FirstOrDefault(format => format is not null),
            }
            : schema;
    }

    private bool Add(SortedDictionary<string, Schema> properties, string name, Schema property, string path)
    {
        if (!properties.TryGetValue(name, out var known))
        {
            properties.Add(name, property);
            return true;
        }

        properties[name] = Both(known, property, path)!;
        return !ReferenceEquals(properties[name], known);
    }

    /// <summary>Two statements about one value: the first, where the second adds nothing to its type.</summary>
    private Schema? Both(Schema? first, Schema? second, string path)
    {
        if (first is null || second is null)
        {
            return first ?? second;
        }

        if (ReferenceEquals(first, second) || _joined >= MaximumJoined)
        {
            return first;
        }

        var (left, right) = (Of(first, path), Of(second, path));
        if (left.IntOrString || ReferenceEquals(left, Any) || !Adds(left, right, path, 0))
        {
            return first;
        }

        _joined++;
        if (left.Type is { } one && right.Type is { } other && one != other)
        {
            return (one, other) is ("number", "integer") or ("integer", "number") ? left with { Type = "number" } : Any;
        }

        var branches = _branches.GetValueOrDefault(first) + 1;
        if (branches > MaximumBranches)
        {
            return Any;
        }

        var both = new Schema { AllOf = [first, second], Prose = left.Prose };
        _branches.Add(both, branches);
        return both;
    }

    private bool Adds(Schema left, Schema right, string path, int depth)
    {
        if (depth > 8 || ReferenceEquals(left, right))
        {
            return false;
        }

        var known = left.Properties.ToDictionary(StringComparer.Ordinal);
        return (right.Type is not null && right.Type != left.Type)
            || (right.PreserveUnknownFields && !left.PreserveUnknownFields)
            || AddsChild(left.Items, right.Items)
            || AddsChild(left.AdditionalProperties, right.AdditionalProperties)
            || right.Properties.Any(property => AddsChild(known.GetValueOrDefault(property.Key), property.Value));

        bool AddsChild(Schema? one, Schema? other) => other is not null && (one is null || Adds(Of(one, path), Of(other, path), path, depth + 1));
    }

    private static Schema WithImplied(Schema schema)
    {
        if (schema is not { EmbeddedResource: true, Type: "object", Properties.Count: > 0 })
        {
            return schema;
        }

        var missing = Implied.Where(implied => schema.Properties.All(property => property.Key != implied.Key)).ToList();
        return missing.Count == 0
            ? schema
            : schema with { Properties = [.. schema.Properties.Concat(missing).OrderBy(property => property.Key, StringComparer.Ordinal)] };
    }

    /// <summary>A schema without a type has that of its members or of its values.</summary>
    private static Schema Typed(Schema schema)
    {
        if (schema.Type is not null || schema.IntOrString)
        {
            return schema;
        }

        if (schema.Properties.Count > 0 || schema.AdditionalProperties is not null || schema.EmbeddedResource)
        {
            return schema with { Type = "object" };
        }

        if (schema.Items is not null)
        {
            return schema with { Type = "array" };
        }

        var kinds = schema.Enum.Where(value => value.Kind != NodeKind.Null).Select(Kind).Distinct(StringComparer.Ordinal).ToList();
        return kinds is [{ } only] ? schema with { Type = only } : schema;
    }

    private static string? Kind(Node value) => value.Kind switch
    {
        NodeKind.Text => "string",
        NodeKind.Boolean => "boolean",
        NodeKind.Number when long.TryParse(value.Text, System.Globalization.NumberStyles.AllowLeadingSign, System.Globalization.NumberFormatInfo.InvariantInfo, out _) => "integer",
        NodeKind.Number => "number",
        _ => null,
    };
}
