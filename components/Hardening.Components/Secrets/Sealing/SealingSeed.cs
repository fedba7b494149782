using System.Diagnostics.CodeAnalysis;

namespace Hardening.Components;

/// <summary>Reads the sealing seed.</summary>
internal static class SealingSeed
{
    public const string Fix = "make one with openssl rand -base64 32 and keep it as a secret";
    private const int ShortestBytes = 32;
    private const int LeastDistinct = 16;

    /// <summary>Reads the seed's bytes, or says why it is refused; no part of it is in the message.</summary>
    public static bool TryRead(string? text, [NotNullWhen(true)] out byte[]? seed, [NotNullWhen(false)] out string? message)
    {
        seed = null;
        message = null;
        if (string.IsNullOrEmpty(text))
        {
            message = "is missing, and without it nothing can be sealed that stays the same and cannot be guessed";
            return false;
        }

        try
        {
            seed = Convert.FromBase64String(text);
        }
        catch (FormatException)
        {
            message = "is no base64";
            return false;
        }

        if (seed.Length < ShortestBytes)
        {
            message = "is shorter than 32 bytes";
        }
        else if (seed.Distinct().Count() < LeastDistinct)
        {
            message = "repeats a few bytes: it is not random";
        }

        return message is null;
    }
}
