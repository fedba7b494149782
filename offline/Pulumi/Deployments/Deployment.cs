using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Pulumi.Testing;

namespace Pulumi;

public sealed class Deployment
{
    private static readonly AsyncLocal<DeploymentInstance?> Current = new();

    private Deployment()
    {
    }

    public static DeploymentInstance Instance
    {
        get => Current.Value ?? throw new InvalidOperationException("Trying to acquire Deployment.Instance before 'Run' was called.");
        private set
        {
            if (Current.Value is not null)
            {
                throw new InvalidOperationException("Deployment.Instance should only be set once at the beginning of a 'Run' call.");
            }

            Current.Value = value;
        }
    }

    public static Task<int> RunAsync<TStack>()
        where TStack : Stack, new()
        => Task.FromException<int>(EngineNeeded.Exception());

    public static Task<ImmutableArray<Resource>> TestAsync<TStack>(IMocks mocks, TestOptions? options = null)
        where TStack : Stack, new()
        => RunAsync(mocks, options, () => (Stack)Activator.CreateInstance(
            typeof(TStack), System.Reflection.BindingFlags.DoNotWrapExceptions, binder: null, args: null, culture: null)!);

    public static Task<ImmutableArray<Resource>> TestWithServiceProviderAsync<TStack>(
        IMocks mocks, IServiceProvider serviceProvider, TestOptions? options = null)
        where TStack : Stack
    {
        ArgumentNullException.ThrowIfNull(serviceProvider);
        return RunAsync(
            mocks,
            options,
            () => serviceProvider.GetService(typeof(TStack)) as TStack
                ?? throw new InvalidOperationException(
                    $"Failed to resolve instance of type {typeof(TStack)} from service provider. Register the type with the service provider "
                    + $"before calling {nameof(RunAsync)}."));
    }

    public static async Task<(ImmutableArray<Resource> Resources, IDictionary<string, object?> Outputs)> TestAsync(
        IMocks testMocks, TestOptions testOptions, Func<Task<IDictionary<string, object?>>> createResources)
        => TestStack.Split(await RunAsync(testMocks, testOptions, () => new TestStack(() => createResources().GetAwaiter().GetResult())).ConfigureAwait(false));

    public static async Task<(ImmutableArray<Resource> Resources, IDictionary<string, object?> Outputs)> TestAsync(
        IMocks testMocks, TestOptions testOptions, Func<IDictionary<string, object?>> createResources)
        => TestStack.Split(await RunAsync(testMocks, testOptions, () => new TestStack(createResources)).ConfigureAwait(false));

    public static async Task<ImmutableArray<Resource>> TestAsync(IMocks testMocks, TestOptions testOptions, Func<Task> createResources)
        => (await TestAsync(
            testMocks,
            testOptions,
            () =>
            {
                createResources().GetAwaiter().GetResult();
                return TestStack.NoOutputs;
            }).ConfigureAwait(false)).Resources;

    public static async Task<ImmutableArray<Resource>> TestAsync(IMocks testMocks, TestOptions testOptions, Action createResources)
        => (await TestAsync(
            testMocks,
            testOptions,
            () =>
            {
                createResources();
                return TestStack.NoOutputs;
            }).ConfigureAwait(false)).Resources;

    internal static bool TryGetSession([NotNullWhen(true)] out Session? session)
    {
        session = Current.Value?.Session;
        return session is not null;
    }

    // Async, so that what is set here ends with the run.
    private static async Task<ImmutableArray<Resource>> RunAsync(IMocks mocks, TestOptions? options, Func<Stack> createStack)
    {
        var session = new Session(mocks, options);
        Instance = new DeploymentInstance(session);
        await session.RunAsync(createStack).ConfigureAwait(false);
        session.ThrowIfFailed();
        return [.. session.TakeResources()];
    }
}
