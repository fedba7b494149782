using System.Text.Json;
using Hardening.Preview;

namespace Hardening.AllKinds.Samples;

/// <summary>The facets of one schema.</summary>
internal static class Facets
{
    private const double Int32 = int.MaxValue;

    public static IEnumerable<Facet> Of(JsonElement schema, Table table)
    {
        var form = Form.Of(schema, table);
        yield return new Facet(form, form == "object without fields" ? value => IsEmpty(value, CapturedKind.Map) : IsThere);
        foreach (var facet in form switch
        {
            "integer or string" => IntOrString(),
            "boolean" => [new Facet("boolean that is false", value => value.Kind == CapturedKind.Boolean && !value.Boolean)],
            "object" => Object(schema),
            _ when form.StartsWith("integer", StringComparison.Ordinal) => Integer(schema),
            _ when form.StartsWith("list", StringComparison.Ordinal) && !IsAtLeastOne(schema, "minItems") => [new Facet("empty list", value => IsEmpty(value, CapturedKind.List))],
            _ when form.StartsWith("map", StringComparison.Ordinal) && !IsAtLeastOne(schema, "minProperties") => [new Facet("empty map", value => IsEmpty(value, CapturedKind.Map))],
            _ => [],
        })
        {
            yield return facet;
        }

        foreach (var facet in Stated(schema))
        {
            yield return facet;
        }
    }

    private static IEnumerable<Facet> IntOrString()
    {
        yield return new Facet("integer or string that is an integer", value => value.Kind == CapturedKind.Number);
        yield return new Facet("integer or string that is a string", value => value.Kind == CapturedKind.Text);
    }

    private static IEnumerable<Facet> Integer(JsonElement schema)
    {
        if (!IsAtLeastOne(schema, "minimum"))
        {
            yield return new Facet("integer that is 0", value => value.Kind == CapturedKind.Number && value.Number == 0);
        }

        if (Form.Text(schema, "format") != "int32" && !(schema.TryGetProperty("maximum", out var maximum) && maximum.GetDouble() <= Int32))
        {
            yield return new Facet("integer beyond 32 bits", value => Math.Abs(value.Number) > Int32);
        }
    }

    private static IEnumerable<Facet> Object(JsonElement schema)
    {
        var known = Form.Properties(schema).Select(property => property.Name).ToHashSet(StringComparer.Ordinal);
        if (Form.Has(schema, "x-kubernetes-embedded-resource"))
        {
            yield return new Facet("Kubernetes object with fields of its own", IsThere);
        }

        if (Form.Has(schema, "x-kubernetes-preserve-unknown-fields") || Form.MapValues(schema) is not null)
        {
            yield return new Facet(
                "unknown members beside known ones",
                value => value.Members.Any(member => !known.Contains(member.Name)) && value.Members.Any(member => known.Contains(member.Name)));
        }

        if (!schema.TryGetProperty("required", out _) && !IsAtLeastOne(schema, "minProperties"))
        {
            yield return new Facet("empty object", value => IsEmpty(value, CapturedKind.Map));
        }
    }

    private static IEnumerable<Facet> Stated(JsonElement schema)
    {
        if (schema.TryGetProperty("enum", out var values))
        {
            var known = values.EnumerateArray().Select(value => value.ToString()).ToHashSet(StringComparer.Ordinal);
            var set = string.Join(", ", known);
            yield return new Facet($"known value of {set}", value => known.Contains(value.Text ?? value.ToString()));
            var awkward = known.Where(value => !value.All(char.IsAsciiLetterOrDigit) || value.Length == 0).ToHashSet(StringComparer.Ordinal);
            if (awkward.Count > 0)
            {
                yield return new Facet($"known value that is no C# name of {set}", value => value.Text is { } text && awkward.Contains(text));
            }
        }

        if (Form.Text(schema, "pattern") is { } pattern)
        {
            yield return new Facet($"pattern {pattern}", value => value.Kind == CapturedKind.Text);
        }

        if (Form.Has(schema, "nullable"))
        {
            yield return new Facet("null", value => value.Kind == CapturedKind.Null);
        }

        if (schema.TryGetProperty("default", out var @default) && @default.ValueKind is not (JsonValueKind.Object or JsonValueKind.Array))
        {
            var usual = @default.ToString();
            yield return new Facet($"value in place of a default {@default.ValueKind.ToString().ToLowerInvariant()}", value =>
                IsThere(value) && !string.Equals(value.Text ?? value.ToString(), usual, StringComparison.OrdinalIgnoreCase));
        }
    }

    private static bool IsAtLeastOne(JsonElement schema, string bound) => schema.TryGetProperty(bound, out var least) && least.GetDouble() > 0;

    private static bool IsThere(CapturedValue value) => value.Kind != CapturedKind.Null && (value.Kind is not (CapturedKind.List or CapturedKind.Map) || value.Items.Count + value.Members.Count > 0);

    private static bool IsEmpty(CapturedValue value, CapturedKind kind) => value.Kind == kind && value.Items.Count + value.Members.Count == 0;
}
