using System.Collections.Immutable;
using Pulumi.Testing;

namespace Pulumi.Tests.Support;

/// <summary>Runs resources against mocks.</summary>
internal static class Run
{
    public static async Task<RecordingMocks> Resources(Action create, RecordingMocks? mocks = null, bool isPreview = true)
    {
        mocks ??= new RecordingMocks();
        await Deployment.TestAsync(mocks, new TestOptions { IsPreview = isPreview }, create);
        return mocks;
    }

    /// <summary>What one property of a resource looks like when it arrives.</summary>
    public static async Task<object?> Sent(Input<object> value)
    {
        var mocks = await Resources(() => _ = new Probe("probe", new ProbeArgs { Value = value }));
        return mocks.InputsOf("probe").GetValueOrDefault("value");
    }

    /// <summary>The failure of a run, with the process's exit code left as it was.</summary>
    public static async Task<Exception> Failure(Action create)
    {
        var before = Environment.ExitCode;
        try
        {
            return (await Record.ExceptionAsync(() => Resources(create)))!;
        }
        finally
        {
            Environment.ExitCode = before;
        }
    }

    public static async Task<ImmutableArray<Resource>> Stack<TStack>(RecordingMocks? mocks = null, TestOptions? options = null)
        where TStack : Stack, new()
        => await Deployment.TestAsync<TStack>(mocks ?? new RecordingMocks(), options);

    /// <summary>The items of a list as mocks see it.</summary>
    public static object?[] Items(object? list) => [.. Assert.IsType<ImmutableArray<object>>(list)];

    /// <summary>The value of an output, looked at from outside.</summary>
    public static async Task<T> Value<T>(Output<T> output) => await Utilities.OutputUtilities.GetValueAsync(output);

    public static async Task<bool> IsKnown<T>(Output<T> output) => await Utilities.OutputUtilities.GetIsKnownAsync(output);
}
