using System.Globalization;

namespace Hardening.Preview.Tests.Support;

/// <summary>Captured values as one line, marks included: <c>!</c> is secret, <c>?</c> unknown.</summary>
public static class Shape
{
    public static string Of(CapturedValue? value)
    {
        if (value is null)
        {
            return "absent";
        }

        var text = value.Kind switch
        {
            CapturedKind.Text => $"'{value.Text}'",
            CapturedKind.Number => value.Number.ToString(CultureInfo.InvariantCulture),
            CapturedKind.Boolean => value.Boolean ? "true" : "false",
            CapturedKind.List => $"[{string.Join(", ", value.Items.Select(Of))}]",
            CapturedKind.Map => $"{{{string.Join(", ", value.Members.Select(member => $"{member.Name}: {Of(member.Value)}"))}}}",
            CapturedKind.Unknown => "?",
            _ => "null",
        };
        return value.IsSecret ? "!" + text : text;
    }
}
