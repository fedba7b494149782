using System.Globalization;
using System.Text;

namespace Hardening.Components;

/// <summary>One thing wrong with a component's arguments: where it is, what is there, why that is refused and what to write instead.</summary>
/// <param name="Path">The argument's path in wire names, relative to what was validated: <c>rules[1].fqdns[0]</c>.</param>
/// <param name="Value">The offending value as written; <see langword="null"/> when nothing is there, or when it is secret.</param>
/// <param name="Message">Why the value is refused.</param>
/// <param name="Fix">What to do about it.</param>
public sealed record Problem(string Path, string? Value, string Message, string Fix)
{
    private const int LongestValue = 120;

    /// <summary>The same problem seen from further out: <paramref name="prefix"/> is put before the path.</summary>
    /// <param name="prefix">The path of what was validated, for example <c>hardening:namespaces[3]</c>.</param>
    public Problem WithPrefix(string prefix) => this with { Path = PathText.Join(prefix, Path) };

    /// <summary><c>path: message (got "value"); fix</c>; without the part in parentheses when there is no value.</summary>
    public override string ToString() => Value is null ? $"{Path}: {Message}; {Fix}" : $"{Path}: {Message} (got {Quote(Value)}); {Fix}";

    private static string Quote(string value)
    {
        var text = new StringBuilder("\"");
        foreach (var c in value.Length > LongestValue ? value.AsSpan(0, LongestValue) : value)
        {
            text.Append(c switch
            {
                '"' => "\\\"",
                '\\' => "\\\\",
                '\n' => "\\n",
                '\r' => "\\r",
                '\t' => "\\t",
                _ when char.IsControl(c) || char.IsSurrogate(c) => string.Create(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}"),
                _ => c.ToString(),
            });
        }

        return text.Append(value.Length > LongestValue ? "…\"" : "\"").ToString();
    }
}
