using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Hardening.Components;

/// <summary>
/// The two secrets of one sealed value: the session key and the OAEP seed, separate HKDF-SHA256 outputs (RFC 5869) of the sealing seed over everything that the sealed value
/// depends on. The same value is sealed to the same text; a session key never meets a second plaintext; without the seed neither can be computed from a guessed plaintext.
/// </summary>
internal static class SealingSecrets
{
    private static readonly byte[] Salt = "hardening/sealed-secret/v1"u8.ToArray();

    /// <summary>The secret for one purpose.</summary>
    /// <param name="purpose">What it is for; another purpose gives an unrelated secret.</param>
    /// <param name="seed">The sealing seed.</param>
    /// <param name="key">The controller's key.</param>
    /// <param name="place">Where the value belongs.</param>
    /// <param name="plaintext">The value.</param>
    public static byte[] Derive(string purpose, ReadOnlySpan<byte> seed, SealingKey key, SealedPlace place, ReadOnlySpan<byte> plaintext)
    {
        byte[][] parts = [Encoding.UTF8.GetBytes(purpose), key.Fingerprint, .. new[] { place.Label, place.Namespace, place.Name, place.Key }.Select(Encoding.UTF8.GetBytes)];

        // As large as it gets: growing would leave copies of the plaintext behind.
        using var info = new MemoryStream(parts.Sum(part => sizeof(int) + part.Length) + sizeof(int) + plaintext.Length);
        foreach (var part in parts)
        {
            Append(info, part);
        }

        Append(info, plaintext);
        var pseudorandom = new byte[SHA256.HashSizeInBytes];
        HKDF.Extract(HashAlgorithmName.SHA256, seed, Salt, pseudorandom);
        var secret = new byte[SHA256.HashSizeInBytes];
        HKDF.Expand(HashAlgorithmName.SHA256, pseudorandom, secret, info.GetBuffer().AsSpan(0, (int)info.Length));
        CryptographicOperations.ZeroMemory(pseudorandom);
        CryptographicOperations.ZeroMemory(info.GetBuffer());
        return secret;
    }

    /// <summary>Every part after its length, so that no two lists of parts give the same bytes.</summary>
    private static void Append(MemoryStream info, ReadOnlySpan<byte> part)
    {
        Span<byte> length = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32BigEndian(length, part.Length);
        info.Write(length);
        info.Write(part);
    }
}
