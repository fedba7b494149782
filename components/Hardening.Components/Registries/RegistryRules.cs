namespace Hardening.Components;

/// <summary>
/// Decides whether an image comes from a trusted registry, exactly as the policies of <c>RegistryAllowlist</c> do in the cluster: the reference must parse,
/// its registry and path must be an entry or lie below one, on the boundaries of slashes. Whatever is doubtful is refused.
/// </summary>
/// <remarks>
/// Refused although they parse: hosts with upper-case letters, which some tools take for a Docker Hub repository; and a digest in the place of a
/// repository (<c>sha256:…</c>), which a container runtime takes for the identifier of any image already on the node.
/// </remarks>
public sealed class RegistryRules
{
    private readonly TrustedRegistry[] _trusted;

    /// <summary>Reads the trusted registries.</summary>
    /// <param name="registries">Registries (<c>docker.io</c>, <c>registry.local:5000</c>) or parts of them (<c>ghcr.io/fluxcd</c>).</param>
    /// <exception cref="ComponentArgumentException">An entry is not one; all of them are named.</exception>
    public RegistryRules(IEnumerable<string> registries)
    {
        ArgumentNullException.ThrowIfNull(registries);
        var problems = new ProblemList();
        _trusted = [.. registries.Select((entry, index) => TrustedRegistry.Read(entry, problems.At("registries").At(index), string.Empty)).OfType<TrustedRegistry>()];
        problems.ToResult().ThrowIfInvalid(nameof(RegistryRules), "registries");
    }

    /// <summary>The trusted registries in canonical form.</summary>
    public IReadOnlyList<string> Trusted => [.. _trusted.Select(entry => entry.Prefix)];

    /// <summary>Decides about one image.</summary>
    /// <param name="image">The image as a container states it.</param>
    public RegistryDecision Decide(string? image)
    {
        if (!ImageNames.TryRead(image, out var reference, out var refusal))
        {
            return RegistryDecision.Refused(refusal);
        }

        return Array.Exists(_trusted, entry => entry.Covers(reference.Name))
            ? RegistryDecision.Trusted
            : RegistryDecision.Refused($"comes from {reference.Name}, which is below none of {string.Join(", ", Trusted)}");
    }
}
