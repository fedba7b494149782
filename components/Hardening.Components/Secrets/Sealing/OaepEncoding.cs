using System.Security.Cryptography;

namespace Hardening.Components;

/// <summary>
/// EME-OAEP of RFC 8017, section 7.1.1, with SHA-256 for the label and for MGF1. .NET's own has neither a label nor a seed that the caller chooses.
/// </summary>
internal static class OaepEncoding
{
    private const int HashLength = SHA256.HashSizeInBytes;

    /// <summary>The encoded message, as long as the modulus.</summary>
    /// <param name="message">The message, at least 66 bytes shorter than the modulus: a zero byte, the seed, the label's hash and the byte that ends the padding.</param>
    /// <param name="label">The label.</param>
    /// <param name="seed">The seed, as long as the hash, never used for another message.</param>
    /// <param name="length">The modulus' length in bytes.</param>
    public static byte[] Encode(ReadOnlySpan<byte> message, ReadOnlySpan<byte> label, ReadOnlySpan<byte> seed, int length)
    {
        var encoded = new byte[length];
        var maskedSeed = encoded.AsSpan(1, HashLength);
        var block = encoded.AsSpan(1 + HashLength);
        SHA256.HashData(label, block);
        block[^(message.Length + 1)] = 1;
        message.CopyTo(block[^message.Length..]);
        Mask(block, seed);
        seed.CopyTo(maskedSeed);
        Mask(maskedSeed, block);
        return encoded;
    }

    /// <summary>MGF1 of RFC 8017, appendix B.2.1, added to a text.</summary>
    private static void Mask(Span<byte> text, ReadOnlySpan<byte> seed)
    {
        var input = new byte[seed.Length + sizeof(uint)];
        seed.CopyTo(input);
        Span<byte> hash = stackalloc byte[HashLength];
        for (var (at, counter) = (0, 0u); at < text.Length; at += HashLength, counter++)
        {
            System.Buffers.Binary.BinaryPrimitives.WriteUInt32BigEndian(input.AsSpan(seed.Length), counter);
            SHA256.HashData(input, hash);
            var length = Math.Min(HashLength, text.Length - at);
            for (var index = 0; index < length; index++)
            {
                text[at + index] ^= hash[index];
            }
        }

        CryptographicOperations.ZeroMemory(input);
    }
}
