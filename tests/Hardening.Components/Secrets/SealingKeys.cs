using System.Globalization;
using System.Numerics;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Hardening.Components.Tests.Secrets;

/// <summary>Key pairs as a controller has them, made for this run alone.</summary>
internal static class SealingKeys
{
    public const string Seed = "q0bR4sX1Zc8nV7mK2jH5gF9dS3aP6oI0uY1tE4rW7wQ=";

    private static readonly Lazy<(string Certificate, RSA Key)> LazyFirst = new(() => Make());
    private static readonly Lazy<(string Certificate, RSA Key)> LazySecond = new(() => Make());

    public static (string Certificate, RSA Key) First => LazyFirst.Value;

    public static (string Certificate, RSA Key) Second => LazySecond.Value;

    /// <summary>A certificate that is valid on the days from one to the other.</summary>
    public static (string Certificate, RSA Key) Make(int bits = 2048, string from = "2026-01-01", string until = "2036-01-01")
    {
        var key = RSA.Create(bits);
        var request = new CertificateRequest("CN=sealed-secret", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificate = request.CreateSelfSigned(Day(from), Day(until));
        return (certificate.ExportCertificatePem() + "\n", key);
    }

    /// <summary>RSADP of RFC 8017 by the private exponent, with no padding taken away.</summary>
    public static byte[] Decrypt(RSA key, ReadOnlySpan<byte> cipher)
    {
        var secret = key.ExportParameters(includePrivateParameters: true);
        var message = BigInteger.ModPow(Number(cipher), Number(secret.D), Number(secret.Modulus));
        var bytes = new byte[cipher.Length];
        var length = message.GetByteCount(isUnsigned: true);
        message.TryWriteBytes(bytes.AsSpan(bytes.Length - length), out _, isUnsigned: true, isBigEndian: true);
        return bytes;
    }

    private static BigInteger Number(ReadOnlySpan<byte> bytes) => new(bytes, isUnsigned: true, isBigEndian: true);

    private static DateTimeOffset Day(string day) => DateTimeOffset.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
}
