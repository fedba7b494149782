// A program elsewhere: it has the packages and nothing else of the repository.
using Hardening.Components;
using Pulumi;
using Pulumi.Testing;

await Deployment.TestAsync(new Printer(), new TestOptions(), () =>
{
    _ = new HardenedNamespace("payments", new HardenedNamespaceArgs
    {
        Name = "payments",
        Size = NamespaceSize.Small,
        Cluster = new ClusterFactsArgs { KubernetesVersion = "1.34.1" },
    });
});

internal sealed class Printer : IMocks
{
    public Task<object> CallAsync(MockCallArgs args) => Task.FromResult<object>(args.Args);

    public Task<(string? id, object state)> NewResourceAsync(MockResourceArgs args)
    {
        Console.WriteLine($"{args.Type} {args.Name}");
        return Task.FromResult<(string?, object)>((args.Name, args.Inputs));
    }
}
