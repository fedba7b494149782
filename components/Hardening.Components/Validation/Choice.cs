using Hardening.Primitives;

namespace Hardening.Components;

/// <summary>Checks values of closed sets, which are strings so that every Pulumi language can write them.</summary>
public static class Choice
{
    /// <summary>Refuses a value that is not one of the allowed ones and says which one was probably meant.</summary>
    /// <param name="value">The value as written.</param>
    /// <param name="allowed">The values that exist.</param>
    /// <param name="problems">Where problems go.</param>
    /// <param name="path">The argument's path.</param>
    /// <returns>Whether the value is one of them.</returns>
    public static bool Check(string? value, IReadOnlyList<string> allowed, ProblemList problems, string path)
    {
        ArgumentNullException.ThrowIfNull(allowed);
        ArgumentNullException.ThrowIfNull(problems);
        if (value is not null && allowed.Contains(value, StringComparer.Ordinal))
        {
            return true;
        }

        var list = string.Join(", ", allowed);
        if (string.IsNullOrEmpty(value))
        {
            problems.Add(path, value, "a value is missing here", $"write one of {list}");
            return false;
        }

        var suggestion = DidYouMean.Suggest(value, allowed);
        problems.Add(path, value, "is not a value that this argument knows", suggestion is null ? $"write one of {list}" : $"did you mean {suggestion}? It is one of {list}");
        return false;
    }
}
