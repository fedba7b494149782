namespace Hardening.Infra.Recorded;

/// <summary>A Secret of the cluster, by everything but its values.</summary>
/// <param name="Namespace">Its namespace.</param>
/// <param name="Name">Its name.</param>
/// <param name="IsMade">Whether something in the cluster makes it: an owner such as a SealedSecret, Helm, Kubernetes or cert-manager.</param>
internal sealed record RecordedSecret(string Namespace, string Name, bool IsMade);
