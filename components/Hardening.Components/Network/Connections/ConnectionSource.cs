namespace Hardening.Components;

/// <summary>The pods that connect.</summary>
/// <param name="Namespace">Their namespace.</param>
/// <param name="Pods">Their labels as far as they are known; null for any pod.</param>
internal sealed record ConnectionSource(string Namespace, IReadOnlyDictionary<string, string>? Pods);
