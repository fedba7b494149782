namespace Hardening.Components.Tests.Images;

/// <summary>An image drawn at random and whether the rules refuse it.</summary>
internal sealed record DrawnImage(string Image, bool Refused);
