namespace Hardening.Components;

/// <summary>An image that a policy refuses.</summary>
/// <param name="Image">The image as the pod states it.</param>
/// <param name="Reason">Why, as the rest of a sentence.</param>
public sealed record RefusedImage(string Image, string Reason);
