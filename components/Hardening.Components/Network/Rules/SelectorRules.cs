using System.Text.Json;
using Hardening.Primitives;

namespace Hardening.Components;

/// <summary>The rules of a label selector in a policy.</summary>
internal static class SelectorRules
{
    private static readonly string[] Operators = ["In", "NotIn", "Exists", "DoesNotExist"];

    public static void Check(JsonElement parent, string member, ProblemList problems)
    {
        if (SpecReader.Has(parent, member))
        {
            Check(parent.GetProperty(member), problems.At(member));
        }
    }

    public static void Check(JsonElement selector, ProblemList problems)
    {
        if (selector.ValueKind != JsonValueKind.Object)
        {
            problems.Add(string.Empty, selector.GetRawText(), "is no selector", "write an object with matchLabels");
            return;
        }

        if (SpecReader.Has(selector, "matchLabels") && selector.GetProperty("matchLabels") is { ValueKind: JsonValueKind.Object } labels)
        {
            foreach (var label in labels.EnumerateObject())
            {
                CheckValue(label.Value, $"matchLabels.{label.Name}", problems);
            }
        }

        var expressions = SpecReader.List(selector, "matchExpressions", problems);
        for (var index = 0; index < expressions.Count; index++)
        {
            CheckExpression(expressions[index], problems.At(EntryLists.Item("matchExpressions", index)));
        }
    }

    private static void CheckExpression(JsonElement expression, ProblemList problems)
    {
        if (string.IsNullOrEmpty(SpecReader.Text(expression, "key", problems)))
        {
            problems.Add("key", null, "is missing", "name the label");
        }

        var op = SpecReader.Text(expression, "operator", problems);
        var values = SpecReader.List(expression, "values", problems);
        if (op is null || !Operators.Contains(op))
        {
            problems.Add("operator", op, "is no operator", $"write one of {string.Join(", ", Operators)}");
        }
        else if (op is "In" or "NotIn" != (values.Count > 0))
        {
            problems.Add(
                "values",
                null,
                $"{op} takes {(values.Count > 0 ? "no values" : "at least one value")}",
                "correct the operator or the values");
        }

        for (var index = 0; index < values.Count; index++)
        {
            CheckValue(values[index], EntryLists.Item("values", index), problems);
        }
    }

    private static void CheckValue(JsonElement value, string path, ProblemList problems)
    {
        var text = value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        if (KubernetesName.CheckLabelValue(text) is { } message)
        {
            problems.Add(path, text ?? value.GetRawText(), $"is no label value: {message}", "write the value as the pods carry it");
        }
    }
}
