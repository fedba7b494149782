using System.Collections.Immutable;

namespace Pulumi.Utilities;

public static class OutputUtilities
{
    private static readonly Task<ImmutableHashSet<Resource>> NoDependencies = Task.FromResult(ImmutableHashSet<Resource>.Empty);

    public static Output<T> CreateUnknown<T>(T value) => new(value, default, OutputFlags.Unknown);

    /// <remarks>The factory is never called: Apply does not run on an unknown value.</remarks>
    public static Output<T> CreateUnknown<T>(Func<Task<T>> valueFactory) => new(default!, default, OutputFlags.Unknown);

    public static Output<T> WithDependency<T>(Output<T> output, Resource resource)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(resource);
        return output.With(new Dependencies(resource), OutputFlags.None, OutputFlags.None);
    }

    public static Task<bool> GetIsKnownAsync<T>(Output<T> output)
        => output.TryGet(out var data) ? Task.FromResult(data.IsKnown) : KnownAsync(output.DataTask);

    public static Task<T> GetValueAsync<T>(Output<T> output)
        => output.TryGet(out var data) ? Task.FromResult(data.IsKnown ? data.Value : default!) : ValueAsync(output.DataTask);

    public static Task<ImmutableHashSet<Resource>> GetDependenciesAsync<T>(Output<T> output)
        => !output.TryGet(out var data) ? DependenciesAsync(output.DataTask)
            : data.Dependencies.IsEmpty ? NoDependencies : Task.FromResult(data.Dependencies.ToImmutableHashSet());

    private static async Task<bool> KnownAsync<T>(Task<OutputData<T>> task) => (await task.ConfigureAwait(false)).IsKnown;

    private static async Task<T> ValueAsync<T>(Task<OutputData<T>> task)
    {
        var data = await task.ConfigureAwait(false);
        return data.IsKnown ? data.Value : default!;
    }

    private static async Task<ImmutableHashSet<Resource>> DependenciesAsync<T>(Task<OutputData<T>> task)
        => (await task.ConfigureAwait(false)).Dependencies.ToImmutableHashSet();
}
