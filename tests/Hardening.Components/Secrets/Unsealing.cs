using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Hardening.Components.Tests.Secrets;

/// <summary>Unseals as the controller does: written from the format, not from the code under test.</summary>
internal static class Unsealing
{
    /// <summary>The value; throws where label, key or text do not belong together.</summary>
    public static string Unseal(string text, string label, RSA key)
    {
        var (cipher, tail) = Split(text);
        return Encoding.UTF8.GetString(Open(SessionKey(SealingKeys.Decrypt(key, cipher), Encoding.UTF8.GetBytes(label)), tail));
    }

    /// <summary>The RSA part and the AES part.</summary>
    public static (byte[] Rsa, byte[] Aes) Split(string text)
    {
        var bytes = Convert.FromBase64String(text);
        var length = BinaryPrimitives.ReadUInt16BigEndian(bytes);
        return (bytes[2..(2 + length)], bytes[(2 + length)..]);
    }

    /// <summary>The value under its session key; the last 16 bytes vouch for it.</summary>
    public static byte[] Open(byte[] sessionKey, byte[] sealedText)
    {
        var plain = new byte[sealedText.Length - 16];
        using var aes = new AesGcm(sessionKey, 16);
        aes.Decrypt(new byte[12], sealedText.AsSpan(0, plain.Length), sealedText.AsSpan(plain.Length), plain);
        return plain;
    }

    /// <summary>EME-OAEP decoding of RFC 8017, section 7.1.2.</summary>
    private static byte[] SessionKey(byte[] encoded, byte[] label)
    {
        var seed = Xor(encoded[1..33], Mgf1(encoded[33..], 32));
        var block = Xor(encoded[33..], Mgf1(seed, encoded.Length - 33));
        var end = Array.IndexOf(block, (byte)1, 32);
        if (encoded[0] != 0 || !block.AsSpan(0, 32).SequenceEqual(SHA256.HashData(label)) || end < 0 || block.AsSpan(32, end - 32).IndexOfAnyExcept((byte)0) >= 0)
            throw new CryptographicException("no OAEP of this label");
        return block[(end + 1)..];
    }

    private static byte[] Mgf1(byte[] seed, int length) =>
        Enumerable.Range(0, (length + 31) / 32).SelectMany(counter => SHA256.HashData([.. seed, 0, 0, 0, (byte)counter])).Take(length).ToArray();

    private static byte[] Xor(byte[] a, byte[] b) => a.Zip(b, (x, y) => (byte)(x ^ y)).ToArray();
}
