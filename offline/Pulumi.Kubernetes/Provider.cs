namespace Pulumi.Kubernetes;

[KubernetesResourceType("pulumi:providers:kubernetes")]
public class Provider : ProviderResource
{
    public Provider(string name, ProviderArgs? args = null, CustomResourceOptions? options = null)
        : base("kubernetes", name, args ?? new ProviderArgs(), Utilities.MakeResourceOptions(options, ""))
    {
    }
}
