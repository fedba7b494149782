using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Hardening.Components;

/// <summary>The controller's certificate, read from PEM.</summary>
/// <param name="Key">Its public key.</param>
/// <param name="FirstDay">The first day of its validity, in UTC.</param>
/// <param name="LastDay">The last day of its validity, in UTC.</param>
internal sealed record SealingCertificate(SealingKey Key, DateOnly FirstDay, DateOnly LastDay)
{
    private const string Fetch = "fetch the controller's with kubeseal --fetch-cert";
    private const int SmallestKey = 2048;
    private const int LargestKey = 16384;

    /// <summary>Reads the certificate, or adds to the problems why it is refused. What was written is never shown: it may be a private key.</summary>
    public static SealingCertificate? Read(string pem, ProblemList problems)
    {
        if (pem.Contains("PRIVATE KEY", StringComparison.Ordinal))
        {
            problems.Add("certificate", null, "is a private key, which belongs in no plan", "replace that key wherever it is used, and " + Fetch);
            return null;
        }

        var text = pem.Trim();
        if (!PemEncoding.TryFind(text, out var fields))
        {
            problems.Add("certificate", null, "is no PEM", Fetch);
            return null;
        }

        if (text[fields.Label] is not "CERTIFICATE" and var label)
        {
            problems.Add("certificate", null, $"is PEM of a {label}, not of a CERTIFICATE", Fetch);
            return null;
        }

        if (fields.Location.GetOffsetAndLength(text.Length) != (0, text.Length))
        {
            problems.Add("certificate", null, "holds something beside one certificate", "keep the controller's current one and nothing else");
            return null;
        }

        try
        {
            using var certificate = X509CertificateLoader.LoadCertificate(Convert.FromBase64String(text[fields.Base64Data]));
            return Read(certificate, problems);
        }
        catch (CryptographicException)
        {
            problems.Add("certificate", null, "is no X.509 certificate", Fetch);
            return null;
        }
    }

    /// <summary>What the days say on a given one: nothing, or what to do.</summary>
    public string? Judge(DateOnly asOf, int days)
    {
        if (asOf < FirstDay)
        {
            return $"the certificate is not valid before {Text(FirstDay)}; {Fetch}";
        }

        if (asOf > LastDay)
        {
            return $"the certificate expired on {Text(LastDay)}; {Fetch}, and the values are sealed anew";
        }

        return LastDay.DayNumber - asOf.DayNumber <= days ? $"the certificate expires on {Text(LastDay)}; {Fetch} once the controller has a new one, and the values are sealed anew" : null;
    }

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static SealingCertificate? Read(X509Certificate2 certificate, ProblemList problems)
    {
        using var rsa = certificate.GetRSAPublicKey();
        if (rsa is null)
        {
            problems.Add("certificate", null, "has no RSA key, and the controller unseals with RSA alone", Fetch);
            return null;
        }

        var key = rsa.ExportParameters(includePrivateParameters: false);
        if (rsa.KeySize is < SmallestKey or > LargestKey || rsa.KeySize % 8 != 0)
        {
            problems.Add("certificate", null, string.Create(CultureInfo.InvariantCulture, $"has an RSA key of {rsa.KeySize} bits"), "use one of 2048 to 16384 bits; the controller makes 4096");
            return null;
        }

        if (key.Exponent is [.., var last] && (last % 2 == 0 || (last == 1 && key.Exponent.Length == 1)))
        {
            problems.Add("certificate", null, "has an RSA key whose exponent protects nothing", Fetch);
            return null;
        }

        return new SealingCertificate(
            new SealingKey(key, SHA256.HashData(certificate.RawDataMemory.Span)),
            DateOnly.FromDateTime(certificate.NotBefore.ToUniversalTime()),
            DateOnly.FromDateTime(certificate.NotAfter.ToUniversalTime()));
    }
}
