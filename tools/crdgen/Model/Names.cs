using System.Text;
using Crdgen.Reading;

namespace Crdgen.Model;

/// <summary>C# names from names in schemas.</summary>
internal static class Names
{
    private const int MaximumLength = 500;
    private const int MaximumNumber = 1000;

    private static readonly HashSet<string> Taken = new(StringComparer.Ordinal)
    {
        "Equals", "Finalize", "GetHashCode", "GetType", "MemberwiseClone", "ReferenceEquals", "ToString", "Empty",
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
            _ when char.IsAsciiDigit(name[0]) => $"_{name}",
            _ => name.ToString(),
        };
    }

    /// <summary>A property's name: not its class's, not a member that every args class has.</summary>
    public static string Property(string wireName, string className)
    {
        var name = Pascal(wireName);
        return name == className || Taken.Contains(name) ? $"{name}Value" : name;
    }

    /// <summary>The name itself, or behind it the first number from 2 on with which it and the suffix are unused; then they count as used.</summary>
    /// <exception cref="SchemaException">The name is longer than a compiler takes, or too many want it.</exception>
    public static string Unused(string name, ISet<string> used, string suffix = "")
    {
        if (name.Length > MaximumLength)
        {
            throw new SchemaException("", $"the C# name {name[..40]}… would have {name.Length} characters; {MaximumLength} is the most");
        }

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

    /// <summary>A constant's name for a value: the empty text and the star have words of their own.</summary>
    public static string Constant(string value) => value switch
    {
        "" => "None",
        "*" => "Any",
        _ => Pascal(value),
    };

    public static string Parameter(string wireName)
    {
        var name = Pascal(wireName);
        var parameter = wireName.All(char.IsAsciiLetterOrDigit) ? wireName : char.ToLowerInvariant(name[0]) + name[1..];
        return Keywords.Contains(parameter) ? $"@{parameter}" : parameter;
    }
}
