using Crdgen.Reading;

namespace Crdgen.Model;

/// <summary>What a schema states, as short sentences for the documentation: types, defaults, values, bounds, rules. Never its prose.</summary>
internal static class Facts
{
    private const int ShownValues = 24;

    public static IReadOnlyList<string> Of(Schema schema, bool required)
    {
        var facts = new List<string> { required ? $"{Type(schema)}, required" : Type(schema) };
        if (schema.Default is { } @default)
        {
            facts.Add($"default {Write(@default)}");
        }

        if (schema.Nullable)
        {
            facts.Add("may be null");
        }

        Values(facts, schema, "");
        if (schema.Items is { } items)
        {
            Values(facts, items, "each ");
        }

        if (schema.AdditionalProperties is { } values)
        {
            Values(facts, values, "each value ");
        }

        Choice(facts, "exactly one of", schema.OneOf);
        Choice(facts, "at least one of", schema.AnyOf);
        foreach (var rule in schema.Rules)
        {
            facts.Add($"CEL rule {rule.Rule}");
        }

        return facts;
    }

    public static string Type(Schema schema) => schema switch
    {
        { Ref: { } reference } => References.Target(reference).Split('.')[^1],
        { IntOrString: true } => "integer or string",
        { Type: "array", Items: { } items } => $"list of {Type(items)}",
        { Type: "array" } => "list",
        { Type: "object", Properties.Count: 0, AdditionalProperties: { } values } => $"map of {Type(values)}",
        { Type: "object" or null, EmbeddedResource: true } => "Kubernetes object",
        { Type: "object", Properties.Count: 0 } => "free object",
        { Type: { } type } => type,
        { Properties.Count: > 0 } => "object",
        _ => "any value",
    };

    private static void Values(List<string> facts, Schema schema, string whose)
    {
        if (schema.Enum.Count > 0)
        {
            var more = schema.Enum.Count > ShownValues ? $", … ({schema.Enum.Count} in all)" : "";
            facts.Add($"{whose}one of {string.Join(", ", schema.Enum.Take(ShownValues).Select(Write))}{more}");
        }

        if (schema.Format is { } format && format != "int-or-string")
        {
            facts.Add($"{whose}format {format}");
        }

        foreach (var (keyword, value) in schema.Bounds)
        {
            facts.Add($"{whose}{keyword} {value.Text}");
        }
    }

    private static void Choice(List<string> facts, string what, IReadOnlyList<Schema> choices)
    {
        var sets = choices.Where(choice => choice.Required.Count > 0).Select(choice => string.Join(" + ", choice.Required)).ToList();
        if (sets.Count == choices.Count && sets.Count > 0)
        {
            facts.Add($"{what}: {string.Join(" | ", sets)}");
        }
    }

    private static string Write(Node node) => node.Kind switch
    {
        NodeKind.Text => $"\"{node.Text}\"",
        NodeKind.Null => "null",
        NodeKind.List => $"[{string.Join(", ", node.Items.Select(Write))}]",
        NodeKind.Map => $"{{{string.Join(", ", node.Members.Select(member => $"{member.Key}: {Write(member.Value)}"))}}}",
        _ => node.Text,
    };
}
