namespace Hardening.Infra.Recorded;

/// <summary>The secrets of a cluster.</summary>
/// <param name="Secrets">Its Secrets.</param>
/// <param name="Sealed">Its SealedSecrets, and what each says of its last unsealing: null where it unsealed, the controller's message where not.</param>
internal sealed record RecordedSecrets(IReadOnlyList<RecordedSecret> Secrets, IReadOnlyDictionary<(string Namespace, string Name), string?> Sealed);
