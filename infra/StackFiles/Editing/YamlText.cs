using YamlDotNet.Core;

namespace Hardening.Infra.StackFiles.Editing;

/// <summary>Writes single values.</summary>
internal static class YamlText
{
    /// <summary>A value in the quotes of the one that it takes the place of.</summary>
    public static string Like(ScalarStyle style, string value) => style switch
    {
        ScalarStyle.DoubleQuoted => $"\"{value}\"",
        ScalarStyle.SingleQuoted => $"'{value}'",
        _ => IsPlain(value) ? value : $"\"{value}\"",
    };

    /// <summary>A value that is new: in quotes where YAML would read a number or something else.</summary>
    public static string New(string value) => IsPlain(value) && YamlScalar.Resolve(value, 0, 0) is { Kind: ConfigKind.String } ? value : $"\"{value}\"";

    private static bool IsPlain(string value) => value.Length > 0 && value.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '/' or '_') && char.IsAsciiLetterOrDigit(value[0]);
}
