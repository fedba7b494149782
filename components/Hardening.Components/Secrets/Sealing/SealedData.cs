using System.Buffers.Binary;
using System.Buffers.Text;

namespace Hardening.Components;

/// <summary>The shape of a value that <c>kubeseal</c> sealed. Only the controller can tell whether it unseals.</summary>
internal static class SealedData
{
    private const int Shortest = 256;
    private const int Longest = 2048;

    /// <summary>Why a text is no sealed value; null for one that is. No part of the text is in the answer: it may be a secret that nobody sealed.</summary>
    public static string? Check(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return "is empty";
        }

        if (!text.All(c => char.IsAsciiLetterOrDigit(c) || c is '+' or '/' or '=') || !Base64.IsValid(text, out _))
        {
            return "is no base64";
        }

        var bytes = Convert.FromBase64String(text);
        if (bytes.Length < sizeof(ushort))
        {
            return "is too short for a sealed value";
        }

        var key = BinaryPrimitives.ReadUInt16BigEndian(bytes);
        if (key is < Shortest or > Longest)
        {
            return "does not begin with the length of an RSA modulus, as every sealed value does";
        }

        return bytes.Length < sizeof(ushort) + key + SealedValue.TagLength ? "is cut off: a sealed value has at least 16 bytes after its RSA part" : null;
    }
}
