namespace Hardening.Components;

/// <summary>Where a sealed value belongs.</summary>
/// <param name="Scope">One of <see cref="SealingScope.All"/>.</param>
/// <param name="Namespace">The Secret's namespace.</param>
/// <param name="Name">The Secret's name.</param>
/// <param name="Key">The key of the Secret.</param>
internal sealed record SealedPlace(string Scope, string Namespace, string Name, string Key)
{
    /// <summary>The label of RSA-OAEP.</summary>
    public string Label => SealingScope.LabelOf(Scope, Namespace, Name);
}
