namespace Hardening.Infra.Comparing;

/// <summary>One place where two plans differ.</summary>
/// <param name="Path">The place: <c>hardening:namespaces[shop].egress[fqdn ghcr.io].ports</c>.</param>
/// <param name="Control">The control that it is about; null where it is about none, or several.</param>
/// <param name="Namespace">The namespace, where it is in one.</param>
/// <param name="Key">The place below the section or namespace.</param>
/// <param name="A">The first plan's value; null where it says nothing.</param>
/// <param name="B">The second plan's.</param>
/// <param name="Stricter">Which is stricter.</param>
/// <param name="Reason">Why, in a word.</param>
internal sealed record Difference(string Path, string? Control, string? Namespace, string Key, string? A, string? B, Stricter Stricter, string Reason);
