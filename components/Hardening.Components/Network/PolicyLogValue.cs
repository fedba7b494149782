using System.Security.Cryptography;
using System.Text;

namespace Hardening.Components;

/// <summary>
/// The text that Cilium copies into the flows that a policy decides (<c>spec.log.value</c>, Cilium 1.18): <c>namespace/policy</c>. Cilium takes at most
/// 32 printable characters, so a longer text is cut and ends in a part of its own hash.
/// </summary>
public static class PolicyLogValue
{
    /// <summary>The most characters that Cilium takes.</summary>
    public const int MaximumLength = 32;

    private const int HashLength = 8;

    /// <summary>The value for a policy: at most <see cref="MaximumLength"/> printable ASCII characters, different for different policies.</summary>
    /// <param name="namespaceName">The policy's namespace.</param>
    /// <param name="policyName">The policy's name.</param>
    public static string For(string namespaceName, string policyName)
    {
        var text = $"{namespaceName}/{policyName}";
        var printable = text.Length <= MaximumLength && text.All(c => c is > ' ' and <= '~');
        if (printable)
        {
            return text;
        }

        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..HashLength];
        var kept = new string([.. text.Where(c => c is > ' ' and <= '~').Take(MaximumLength - HashLength - 1)]);
        return $"{kept}-{hash}";
    }
}
