using System.Numerics;
using System.Security.Cryptography;

namespace Hardening.Components;

/// <summary>The controller's public RSA key.</summary>
internal sealed class SealingKey
{
    private readonly BigInteger _modulus;
    private readonly BigInteger _exponent;

    /// <param name="key">Modulus and exponent.</param>
    /// <param name="fingerprint">SHA-256 of the certificate that holds the key.</param>
    public SealingKey(RSAParameters key, byte[] fingerprint)
    {
        _modulus = new BigInteger(key.Modulus, isUnsigned: true, isBigEndian: true);
        _exponent = new BigInteger(key.Exponent, isUnsigned: true, isBigEndian: true);
        Length = (int)((_modulus.GetBitLength() + 7) / 8);
        Fingerprint = fingerprint;
    }

    /// <summary>The modulus' length in bytes.</summary>
    public int Length { get; }

    /// <summary>SHA-256 of the certificate.</summary>
    public byte[] Fingerprint { get; }

    /// <summary>RSAEP of RFC 8017, section 5.1.1, on an encoded message that begins with a zero byte and is therefore below the modulus.</summary>
    public byte[] Encrypt(ReadOnlySpan<byte> encoded)
    {
        var cipher = BigInteger.ModPow(new BigInteger(encoded, isUnsigned: true, isBigEndian: true), _exponent, _modulus);
        var bytes = new byte[Length];
        var length = cipher.GetByteCount(isUnsigned: true);
        cipher.TryWriteBytes(bytes.AsSpan(Length - length), out _, isUnsigned: true, isBigEndian: true);
        return bytes;
    }
}
