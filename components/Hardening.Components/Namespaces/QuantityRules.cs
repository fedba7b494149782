using Hardening.Primitives;

namespace Hardening.Components;

/// <summary>Reads the quantities of limits and quotas, with what the API server refuses and what is always a slip.</summary>
internal static class QuantityRules
{
    /// <summary>The word that drops a number of the namespace's size.</summary>
    public const string None = "none";

    private static readonly Quantity Mebibyte = Quantity.Parse("1Mi");

    /// <summary>Reads the quantity of a resource; false when it was refused.</summary>
    public static bool TryRead(ProblemList problems, string path, string resource, string? text, out Quantity quantity)
    {
        if (!Quantity.TryParse(text, out quantity, out var error))
        {
            problems.Add(path, text ?? string.Empty, $"is not a quantity: {error}", $"write a number with an optional unit, such as {Example(resource)}");
            return false;
        }

        if (quantity < Quantity.Zero)
        {
            problems.Add(path, text, "is negative", "the API server accepts zero or more");
            return false;
        }

        return UnitFits(problems, path, resource, text!, quantity);
    }

    /// <summary>Reads a quotient such as <c>maxLimitRequestRatio</c>; false when it was refused.</summary>
    public static bool TryReadRatio(ProblemList problems, string path, string? text, out Quantity quantity)
    {
        if (!Quantity.TryParse(text, out quantity, out var error))
        {
            problems.Add(path, text ?? string.Empty, $"is not a quantity: {error}", "write a number of at least 1, such as 4");
            return false;
        }

        if (quantity < Quantity.FromInteger(1))
        {
            problems.Add(path, text, "is less than 1, and a limit is never below its request", "write a number of at least 1, such as 4");
            return false;
        }

        return true;
    }

    private static bool UnitFits(ProblemList problems, string path, string resource, string text, Quantity quantity)
    {
        var suffix = text[^1];
        if (ResourceName.IsMemoryLike(resource))
        {
            if (suffix is 'm' or 'u' or 'n')
            {
                problems.Add(path, text, "is a fraction of a byte: m is milli, not mega", $"write {text[..^1]}Mi for mebibytes or {text[..^1]}M for megabytes");
                return false;
            }

            if (quantity > Quantity.Zero && quantity < Mebibyte && resource == ResourceName.Memory)
            {
                problems.Warn(path, $"\"{text}\" is less than 1Mi, too little for any container: write a unit such as Mi.");
            }
        }
        else if (resource == ResourceName.Cpu && suffix == 'i')
        {
            problems.Add(path, text, "is a binary unit, and cpu counts cores", "write cores or millicores, such as 2 or 500m");
            return false;
        }
        else if (resource != ResourceName.Cpu && !quantity.IsInteger)
        {
            problems.Add(path, text, "counts whole objects", "write an integer, such as 10");
            return false;
        }

        return true;
    }

    private static string Example(string resource) =>
        resource == ResourceName.Cpu ? "500m" : ResourceName.IsMemoryLike(resource) ? "512Mi" : "10";
}
