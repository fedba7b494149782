namespace Pulumi;

/// <summary>Which provider a resource's children use, by package name.</summary>
internal sealed class Providers
{
    public static readonly Providers None = new([]);

    private readonly Dictionary<string, ProviderResource> _byPackage;

    private Providers(Dictionary<string, ProviderResource> byPackage) => _byPackage = byPackage;

    public ProviderResource? Find(string resourceType)
        => _byPackage.Count > 0 && PackageOf(resourceType) is { } package ? _byPackage.GetValueOrDefault(package) : null;

    public Providers With(string? package, ProviderResource provider)
        => package is null
            ? this
            : new Providers(new Dictionary<string, ProviderResource>(_byPackage, StringComparer.Ordinal) { [package] = provider });

    /// <summary>The first of the three parts of a resource's type.</summary>
    public static string? PackageOf(string resourceType)
    {
        var parts = resourceType.Split(':');
        return parts.Length == 3 ? parts[0] : null;
    }
}
