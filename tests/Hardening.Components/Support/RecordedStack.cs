using System.Collections.Concurrent;
using System.Collections.Immutable;
using Moq;
using Pulumi;
using Pulumi.Testing;

namespace Hardening.Components.Tests.Support;

/// <summary>Runs a program under mocks that echo inputs and records what it registers, in order.</summary>
internal sealed class RecordedStack
{
    private readonly ConcurrentDictionary<string, ImmutableDictionary<string, object>> _inputs = new(StringComparer.Ordinal);
    private readonly List<(Resource Resource, ResourceOptions Options)> _seen = [];
    private readonly List<RecordedResource> _resources = [];

    private RecordedStack()
    {
    }

    public IReadOnlyList<RecordedResource> Resources => _resources;

    public RecordedResource this[string name] => _resources.Single(resource => resource.Name == name);

    public static async Task<RecordedStack> RunAsync(Action create, bool preview = false)
    {
        var stack = new RecordedStack();
        var mocks = new Mock<IMocks>();
        mocks.Setup(mock => mock.NewResourceAsync(It.IsAny<MockResourceArgs>())).ReturnsAsync((MockResourceArgs args) =>
        {
            stack._inputs[args.Name!] = args.Inputs;
            return (args.Name + "-id", args.Inputs);
        });
        await Deployment.TestWithServiceProviderAsync<Stack>(mocks.Object, new Program(stack, create), new TestOptions { IsPreview = preview });
        foreach (var (resource, options) in stack._seen)
        {
            stack._resources.Add(await stack.DescribeAsync(resource, options));
        }

        return stack;
    }

    private async Task<RecordedResource> DescribeAsync(Resource resource, ResourceOptions options)
    {
        var dependencies = await Pulumi.Utilities.OutputUtilities.GetValueAsync(options.DependsOn.ToOutput());
        return new RecordedResource(
            resource,
            options,
            resource.GetResourceName(),
            resource.GetResourceType(),
            options.Parent?.GetResourceName(),
            [.. dependencies.Select(dependency => dependency.GetResourceName())])
        {
            Inputs = _inputs.GetValueOrDefault(resource.GetResourceName(), ImmutableDictionary<string, object>.Empty),
        };
    }

    private sealed class Program(RecordedStack stack, Action create) : IServiceProvider
    {
        public object GetService(Type serviceType) => new RecordedProgram(stack, create);
    }

    private sealed class RecordedProgram : Stack
    {
        public RecordedProgram(RecordedStack stack, Action create)
            : base(new StackOptions { ResourceTransformations = { args => Record(stack, args) } }) => create();

        private static ResourceTransformationResult? Record(RecordedStack stack, ResourceTransformationArgs args)
        {
            stack._seen.Add((args.Resource, args.Options));
            return null;
        }
    }
}
