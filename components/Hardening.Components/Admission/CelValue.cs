using System.Collections;
using System.Globalization;

namespace Hardening.Components;

/// <summary>Writes plain data (texts, numbers, booleans, lists, mappings) as CEL text. Members are in order, so that equal data is equal text.</summary>
/// <remarks>Kubernetes' CEL wants one type in a list and in the values of a mapping; what is no text therefore stands in <c>dyn()</c>, and so does what stands beside it.</remarks>
internal static class CelValue
{
    public static string Of(object value) => value switch
    {
        string text => CelText.Literal(text),
        bool flag => flag ? "true" : "false",
        int number => number.ToString(CultureInfo.InvariantCulture),
        IEnumerable<KeyValuePair<string, string>> texts => Map(texts.Select(pair => new KeyValuePair<string, object>(pair.Key, pair.Value))),
        IEnumerable<KeyValuePair<string, object>> members => Map(members),
        IEnumerable items => List(items.Cast<object>().ToList()),
        _ => throw new ArgumentException($"A {value.GetType().Name} cannot be written as CEL.", nameof(value)),
    };

    private static string Map(IEnumerable<KeyValuePair<string, object>> members)
    {
        var sorted = members.OrderBy(member => member.Key, StringComparer.Ordinal).ToList();
        var texts = sorted.TrueForAll(member => member.Value is string);
        return Enclose('{', sorted.ConvertAll(member => $"{CelText.Literal(member.Key)}: {Item(member.Value, texts)}"), '}');
    }

    private static string List(List<object> items)
    {
        var texts = items.TrueForAll(item => item is string);
        return Enclose('[', items.ConvertAll(item => Item(item, texts)), ']');
    }

    private static string Item(object value, bool isPlain) => isPlain ? Of(value) : $"dyn({Of(value)})";

    // Short ones on one line; the text is for people too.
    private static string Enclose(char open, List<string> parts, char close)
    {
        const int longest = 100;
        return parts.Sum(part => part.Length) < longest && !parts.Exists(part => part.Contains('\n', StringComparison.Ordinal))
            ? $"{open}{string.Join(", ", parts)}{close}"
            : $"{open}\n{CelText.Indent(string.Join(",\n", parts))}\n{close}";
    }
}
