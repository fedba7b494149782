using System.Collections.Immutable;

namespace Pulumi.Testing;

/// <summary>The stack around resources that a test creates in a delegate; it is not among the results.</summary>
internal sealed class TestStack : Stack
{
    private readonly IDictionary<string, object?> _results;

    public TestStack(Func<IDictionary<string, object?>> createResources) => _results = createResources();

    public static IDictionary<string, object?> NoOutputs => new Dictionary<string, object?>(StringComparer.Ordinal);

    public static (ImmutableArray<Resource> Resources, IDictionary<string, object?> Outputs) Split(ImmutableArray<Resource> resources)
        => (
            [.. resources.Where(resource => resource is not TestStack)],
            resources.OfType<TestStack>().LastOrDefault()?._results ?? NoOutputs);
}
