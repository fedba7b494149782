using System.Security.Cryptography;
using System.Text;
using Hardening.Preview.Common;

namespace Hardening.Preview.Rendering;

/// <summary>
/// Names of files and folders that are valid, distinct and the same on every file system: lower case letters, digits, <c>-</c>, <c>.</c> and <c>_</c>
/// only. A name that had to be changed carries a hash of what it stands for.
/// </summary>
internal static class FilePaths
{
    private const int MaxLength = 200;

    private static readonly CharacterSet Safe = new("abcdefghijklmnopqrstuvwxyz0123456789-.");

    private static readonly HashSet<string> DeviceNames = new(StringComparer.Ordinal)
    {
        "con", "prn", "aux", "nul", "com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8", "com9",
        "lpt1", "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9",
    };

    /// <summary>The name itself where it is safe, otherwise a safe form of it with a hash.</summary>
    public static string Segment(string name)
    {
        if (name.Length is > 0 and <= MaxLength && Safe.ContainsAll(name) && name[0] != '.' && name[^1] != '.'
            && !DeviceNames.Contains(name) && !(name.Contains('.', StringComparison.Ordinal) && DeviceNames.Contains(name[..name.IndexOf('.', StringComparison.Ordinal)])))
        {
            return name;
        }

        var safe = new StringBuilder(name.Length);
        foreach (var c in name.AsSpan(0, Math.Min(name.Length, MaxLength)))
        {
            var lower = char.ToLowerInvariant(c);
            safe.Append(Safe.Contains(lower) ? lower : '_');
        }

        return $"{safe.ToString().Trim('.')}-{Hash(name)}";
    }

    /// <summary>Eight hexadecimal digits that stand for the text.</summary>
    public static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 4));
}
