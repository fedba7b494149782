using Hardening.Components.Tests.Support;
using Hardening.Primitives;

namespace Hardening.Components.Tests.Cluster;

public sealed class ClusterBudgetTests
{
    private static readonly ClusterFactsArgs Cluster = new() { KubernetesVersion = "1.34", WorkerMemory = "56Gi" };

    [Fact]
    public void A_namespace_promises_what_its_quota_says()
    {
        var budget = NamespaceBudget.From(new HardenedNamespaceArgs { Name = "grafana", Size = NamespaceSize.Small, Cluster = Cluster, Quota = new() { Hard = new() { ["memory"] = "1.5Gi" } } });

        Assert.Equal(new NamespaceBudget("grafana", Quantity.Parse("500m"), Quantity.Parse("1536Mi"), Quantity.Parse("4"), Quantity.Parse("2Gi")), budget);
    }

    [Fact]
    public void A_namespace_without_a_quota_or_with_a_scoped_one_bounds_nothing()
    {
        var off = NamespaceBudget.From(new HardenedNamespaceArgs { Name = "a", Quota = new() { Mode = Rollout.Off } });
        var scoped = NamespaceBudget.From(new HardenedNamespaceArgs { Name = "b", Quota = new() { Scopes = ["NotBestEffort"], Hard = new() { ["limits.memory"] = "1Gi" } } });

        Assert.Equal(new NamespaceBudget("a", null, null, null, null), off);
        Assert.Equal(new NamespaceBudget("b", null, null, null, null), scoped);
    }

    [Fact]
    public void Quotas_within_worker_memory_are_accepted()
    {
        var result = ClusterBudget.Check(Cluster, Namespaces(NamespaceSize.Medium, 9));

        Assert.Empty(result.Problems);
        Assert.Empty(result.Warnings);
    }

    [Fact]
    public void Limits_beyond_the_overcommit_are_refused_and_requests_beyond_the_workers_draw_a_warning()
    {
        var result = ClusterBudget.Check(Cluster, Namespaces(NamespaceSize.Large, 8), overcommit: 1.5);

        Assert.Equal(
            "namespaces: the quotas allow 128Gi of memory limits together, more than 1.5 times the workers' 56Gi; lower the largest quotas, or raise the overcommit factor",
            Refusal.Of(result));
        Assert.Equal(
            "namespaces: the quotas allow 96Gi of memory requests together, and the workers have 56Gi: not every namespace can use up its quota at once.",
            Assert.Single(result.Warnings).ToString());
    }

    [Fact]
    public void Limits_of_exactly_the_overcommit_are_accepted() => Assert.Empty(ClusterBudget.Check(
        new ClusterFactsArgs { WorkerMemory = "64Gi" }, Namespaces(NamespaceSize.Large, 8), overcommit: 2).Problems);

    [Theory]
    [InlineData(0.5, "0.5")]
    [InlineData(double.NaN, "NaN")]
    [InlineData(1000, "1000")]
    public void An_overcommit_factor_that_is_none_is_refused(double overcommit, string text) => Assert.Equal(
        $"overcommit: is not between 1 and 100 (got \"{text}\"); write how often worker memory may be promised, such as 1.5",
        Refusal.Of(ClusterBudget.Check(Cluster, [], overcommit)));

    [Fact]
    public void Nothing_is_checked_where_worker_memory_is_not_stated() =>
        Assert.Empty(ClusterBudget.Check(new ClusterFactsArgs(), Namespaces(NamespaceSize.Large, 50)).Problems);

    private static List<NamespaceBudget> Namespaces(string size, int count) =>
        [.. Enumerable.Range(0, count).Select(i => NamespaceBudget.From(new HardenedNamespaceArgs { Name = $"team-{i}", Size = size, Cluster = Cluster }))];
}
