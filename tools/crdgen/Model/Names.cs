using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Crdgen.Reading;

namespace Crdgen.Model;

/// <summary>C# names from names in schemas.</summary>
internal static partial class Names
{
    private const int MaximumLength = 200;
    private const int KeptEnd = 60;
    private const int MaximumNumber = 1000;

    private static readonly HashSet<string> Taken = new(StringComparer.Ordinal)
    {
        "Equals", "Finalize", "GetHashCode", "GetType", "MemberwiseClone", "ReferenceEquals", "ToString", "Empty",
    };

    private static readonly Dictionary<char, string> Signs = new()
    {
        ['='] = "Equal", ['!'] = "Not", ['<'] = "Less", ['>'] = "Greater", ['~'] = "Tilde", ['+'] = "Plus", ['-'] = "Minus", ['*'] = "Star", ['/'] = "Slash",
        ['%'] = "Percent", ['&'] = "And", ['|'] = "Or", ['^'] = "Caret", ['.'] = "Dot", [','] = "Comma", [':'] = "Colon", [';'] = "Semicolon", ['?'] = "Question", ['@'] = "At",
        ['#'] = "Hash", ['$'] = "Dollar", ['_'] = "Underscore", [' '] = "Space",
    };

    private static readonly HashSet<string> Keywords = new(
        ("abstract as base bool break byte case catch char checked class const continue decimal default delegate do double else enum event explicit extern false "
            + "finally fixed float for foreach goto if implicit in int interface internal is lock long namespace new null object operator out override params private "
            + "protected public readonly ref return sbyte sealed short sizeof stackalloc static string struct switch this throw true try typeof uint ulong unchecked "
            + "unsafe ushort using virtual void volatile while").Split(' '),
        StringComparer.Ordinal);

    /// <summary>Every run of letters and digits with its first letter upper-case: <c>x-foo.bar</c> is <c>XFooBar</c>.</summary>
    public static string Pascal(string text)
    {
        var name = new StringBuilder();
        var upper = true;
        foreach (var c in text)
        {
            if (!char.IsAsciiLetterOrDigit(c))
            {
                upper = true;
                continue;
            }

            name.Append(upper ? char.ToUpperInvariant(c) : c);
            upper = false;
        }

        return name.Length switch
        {
            0 => "Value",
            _ when char.IsAsciiDigit(name[0]) => Short($"_{name}"),
            _ => Short(name.ToString()),
        };
    }

    public static bool IsKeyword(string text) => Keywords.Contains(text);

    /// <summary>A name that compilers and people can take: of a long one its beginning, eight digits that stand for all of it, and its end.</summary>
    public static string Short(string name) => name.Length <= MaximumLength
        ? name
        : $"{name[..(MaximumLength - KeptEnd)]}_{Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(name)))[..8]}_{name[^KeptEnd..]}";

    /// <summary>A member's name: not one that its class, or every class, has already.</summary>
    public static string Property(string wireName, params string[] taken)
    {
        var name = Pascal(wireName);
        while (taken.Contains(name, StringComparer.Ordinal) || Taken.Contains(name))
        {
            name += "Value";
        }

        return name;
    }

    /// <summary>The name itself, or behind it the first number from 2 on with which it and the suffix are unused; then they count as used.</summary>
    /// <exception cref="SchemaException">Too many want it.</exception>
    public static string Unused(string name, ISet<string> used, string suffix = "")
    {
        var candidate = name;
        for (var number = 2; !used.Add(candidate + suffix); number++)
        {
            if (number > MaximumNumber)
            {
                throw new SchemaException("", $"more than {MaximumNumber} names become the C# name {name}{suffix}");
            }

            candidate = $"{name}{number}";
        }

        return candidate;
    }

    /// <summary>A constant's name for a value: the empty text, the star, numbers and texts of signs alone have words of their own.</summary>
    public static string Constant(string value) => value switch
    {
        "" => "None",
        "*" => "Any",
        _ when value.Any(char.IsAsciiLetterOrDigit) => Pascal(Number().Replace(value, static match => (match.Value[0] == '-' ? "Minus" : "") + match.Value.TrimStart('-').Replace(".", "Point", StringComparison.Ordinal))),
        _ => Pascal(string.Concat(value.Select(sign => Signs.GetValueOrDefault(sign)))),
    };

    public static string Parameter(string wireName)
    {
        var name = Pascal(wireName);
        var parameter = wireName.All(char.IsAsciiLetterOrDigit) ? wireName : char.ToLowerInvariant(name[0]) + name[1..];
        return Keywords.Contains(parameter) ? $"@{parameter}" : parameter;
    }

    [GeneratedRegex(@"^-?[0-9]+(\.[0-9]+)?\z", RegexOptions.ExplicitCapture, 60_000)]
    private static partial Regex Number();
}
