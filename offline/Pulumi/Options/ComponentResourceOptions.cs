namespace Pulumi;

public sealed class ComponentResourceOptions : ResourceOptions
{
    private List<ProviderResource>? _providers;

    public List<ProviderResource> Providers
    {
        get => _providers ??= [];
        set => _providers = value;
    }

    internal List<ProviderResource>? ProvidersOrNull => _providers;

    public static ComponentResourceOptions Merge(ComponentResourceOptions? options1, ComponentResourceOptions? options2)
    {
        var merged = new ComponentResourceOptions();
        merged.Take(options1);
        merged.Take(options2);
        merged.KeepLastProviderOfEachPackage();
        return merged;
    }

    private void Take(ComponentResourceOptions? other)
    {
        if (other is not null)
        {
            Absorb(other);
            Append(ref _providers, other._providers);
        }
    }

    private void KeepLastProviderOfEachPackage()
    {
        if (_providers is { Count: > 1 } all)
        {
            _providers = [.. all.Where((provider, index) => all.FindLastIndex(other => other.Package == provider.Package) == index)];
        }
    }
}
