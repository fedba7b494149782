using Hardening.Components;
using Pulumi;

namespace Consumer;

/// <summary>A namespace that may connect to one name.</summary>
internal sealed class ShopStack : Stack
{
    public ShopStack(StackOptions options)
        : base(options)
    {
        var cluster = new ClusterFactsArgs { KubernetesVersion = "1.34.1", CiliumVersion = "1.19.4" };
        var shop = new HardenedNamespace("shop", new() { Name = "shop", Size = NamespaceSize.Small, Cluster = cluster });
        _ = new EgressPolicy("shop-egress", new()
        {
            Namespace = "shop",
            Mode = Rollout.Audit,
            Rules = [EgressRule.Dns(), EgressRule.Fqdn("api.payments.example", 443)],
            Cluster = cluster,
        }, new() { DependsOn = { shop } });
    }
}
