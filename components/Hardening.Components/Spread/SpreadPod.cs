namespace Hardening.Components;

/// <summary>One recorded pod.</summary>
/// <param name="Namespace">Its namespace.</param>
/// <param name="Name">Its name.</param>
/// <param name="Labels">Its labels.</param>
/// <param name="Node">The node that it runs on; null while it waits for one.</param>
/// <param name="HasConstraints">Whether it has topology spread constraints.</param>
public sealed record SpreadPod(string Namespace, string Name, IReadOnlyDictionary<string, string> Labels, string? Node, bool HasConstraints);
