using Hardening.Primitives;

namespace Hardening.Preview.Schemas;

/// <summary>Patterns that recur in nearly every schema, decided without a regular expression.</summary>
internal static class KnownPatterns
{
    /// <summary>What decides the pattern, or null for any other pattern.</summary>
    public static Func<string, bool>? Find(string pattern) => pattern switch
    {
        "^[a-z0-9]([-a-z0-9]*[a-z0-9])?$" => IsLowerLabel,
        @"^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$" => IsLowerName,
        @"^$|^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$" => static value => value.Length == 0 || IsLowerName(value),
        "^(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?$" => static value => value.Length == 0 || IsQualified(value),
        @"^([-a-zA-Z0-9_*]+[.]?)+$" => static value => IsDotted(value, star: true),
        @"^([-a-zA-Z0-9_]+[.]?)+$" => static value => IsDotted(value, star: false),
        @"^(\*?\*\.)?([-a-zA-Z0-9_]+\.?)+$" => IsHostPattern,
        @"^(\+|-)?(([0-9]+(\.[0-9]*)?)|(\.[0-9]+))(([KMGTPE]i)|[numkMGTPE]|([eE](\+|-)?(([0-9]+(\.[0-9]*)?)|(\.[0-9]+))))?$" => IsQuantity,
        "^(6553[0-5]|655[0-2][0-9]|65[0-4][0-9]{2}|6[0-4][0-9]{3}|[1-5][0-9]{4}|[0-9]{1,4})|([a-zA-Z0-9]-?)*[a-zA-Z](-?[a-zA-Z0-9])*$" => IsPort,
        _ => null,
    };

    /// <summary>
    /// Cilium's pattern of ports. Each of its alternatives is bound at one end only, so that it takes anything that starts with a digit, or that ends like a
    /// name; the API server takes that too.
    /// </summary>
    private static bool IsPort(string value)
    {
        if (value.Length > 0 && char.IsAsciiDigit(value[0]))
        {
            return true;
        }

        for (var i = value.Length - 1; i >= 0; i--)
        {
            if (char.IsAsciiLetter(value[i]))
            {
                return true;
            }

            if (!char.IsAsciiDigit(value[i]) && (value[i] != '-' || i == value.Length - 1 || value[i + 1] == '-'))
            {
                return false;
            }
        }

        return false;
    }

    private static bool IsLowerLabel(string value) => IsLowerLabel(value.AsSpan());

    private static bool IsLowerLabel(ReadOnlySpan<char> value)
    {
        foreach (var c in value)
        {
            if (!char.IsAsciiLetterLower(c) && !char.IsAsciiDigit(c) && c != '-')
            {
                return false;
            }
        }

        return value.Length > 0 && value[0] != '-' && value[^1] != '-';
    }

    private static bool IsLowerName(string value)
    {
        foreach (var part in value.AsSpan().Split('.'))
        {
            if (!IsLowerLabel(value.AsSpan()[part]))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsQualified(string value) => char.IsAsciiLetterOrDigit(value[0]) && char.IsAsciiLetterOrDigit(value[^1])
        && value.All(static c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.');

    /// <summary>Parts of at least one character, each with a dot behind, the last one perhaps without.</summary>
    private static bool IsDotted(ReadOnlySpan<char> value, bool star)
    {
        if (value.IsEmpty || value[0] == '.')
        {
            return false;
        }

        for (var i = 0; i < value.Length; i++)
        {
            var c = value[i];
            var isPart = char.IsAsciiLetterOrDigit(c) || c is '-' or '_' || (star && c == '*');
            if (!isPart && (c != '.' || value[i - 1] == '.'))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsHostPattern(string value)
    {
        var rest = value.StartsWith("**.", StringComparison.Ordinal) ? value.AsSpan(3)
            : value.StartsWith("*.", StringComparison.Ordinal) ? value.AsSpan(2)
            : value;
        return IsDotted(rest, star: false);
    }

    /// <summary>The pattern allows an exponent with a fraction, which no parser takes: a quantity of ours is stricter and right.</summary>
    private static bool IsQuantity(string value) => Quantity.TryParse(value, out _, out _);
}
