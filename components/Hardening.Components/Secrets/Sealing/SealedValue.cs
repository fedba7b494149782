using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Hardening.Components;

/// <summary>
/// Seals one value as the controller of Sealed Secrets unseals it (<c>pkg/crypto/crypto.go</c>): two bytes of length, big-endian; a session key in RSA-OAEP-SHA256 with the scope as its
/// label; the value in AES-256-GCM under a nonce of zeros, which is sound because no session key ever encrypts two values.
/// </summary>
internal static class SealedValue
{
    public const int TagLength = 16;
    private const int NonceLength = 12;

    // A text that is half a surrogate pair is refused, not sealed as something else.
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Whether a text has a UTF-8 form.</summary>
    public static bool IsText(string plaintext)
    {
        try
        {
            _ = Utf8.GetByteCount(plaintext);
            return true;
        }
        catch (EncoderFallbackException)
        {
            return false;
        }
    }

    /// <summary>The sealed value in base64.</summary>
    public static string Seal(string plaintext, SealedPlace place, SealingKey key, ReadOnlySpan<byte> seed)
    {
        var message = Utf8.GetBytes(plaintext);
        try
        {
            return Convert.ToBase64String(Seal(message, place, key, seed));
        }
        finally
        {
            CryptographicOperations.ZeroMemory(message);
        }
    }

    private static byte[] Seal(byte[] message, SealedPlace place, SealingKey key, ReadOnlySpan<byte> seed)
    {
        var session = SealingSecrets.Derive("session-key", seed, key, place, message);
        var padding = SealingSecrets.Derive("oaep-seed", seed, key, place, message);
        try
        {
            var encoded = OaepEncoding.Encode(session, Encoding.UTF8.GetBytes(place.Label), padding, key.Length);
            var output = new byte[sizeof(ushort) + key.Length + message.Length + TagLength];
            BinaryPrimitives.WriteUInt16BigEndian(output, (ushort)key.Length);
            key.Encrypt(encoded).CopyTo(output.AsSpan(sizeof(ushort)));
            using var aes = new AesGcm(session, TagLength);
            aes.Encrypt(new byte[NonceLength], message, output.AsSpan(sizeof(ushort) + key.Length, message.Length), output.AsSpan(output.Length - TagLength));
            return output;
        }
        finally
        {
            CryptographicOperations.ZeroMemory(session);
            CryptographicOperations.ZeroMemory(padding);
        }
    }
}
