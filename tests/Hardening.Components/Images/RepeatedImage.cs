namespace Hardening.Components.Tests.Images;

/// <summary>An image that is too long to write down.</summary>
internal sealed record RepeatedImage(string Prefix, string Text, int Times, string Suffix)
{
    public string Image => Prefix + string.Concat(Enumerable.Repeat(Text, Times)) + Suffix;
}
