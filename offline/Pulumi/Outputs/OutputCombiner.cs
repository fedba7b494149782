using System.Collections.Immutable;

namespace Pulumi;

/// <summary>Makes one output of many: unknown or secret when one of them is.</summary>
internal static class OutputCombiner
{
    public static Output<ImmutableArray<T>> All<T>(Output<T>[] outputs)
        => Combine(
            outputs,
            values =>
            {
                var items = ImmutableArray.CreateBuilder<T>(values.Length);
                foreach (var value in values)
                {
                    items.Add((T)value!);
                }

                return items.MoveToImmutable();
            });

    /// <param name="outputs">What to wait for.</param>
    /// <param name="build">Gets the values in order; those of unknown outputs are whatever stands in for them.</param>
    public static Output<TResult> Combine<TResult>(IOutput[] outputs, Func<object?[], TResult> build)
    {
        foreach (var output in outputs)
        {
            if (output.Peek(out _) != OutputStatus.Settled)
            {
                return new Output<TResult>(CombineAsync(outputs, build));
            }
        }

        var data = Build(outputs, build);
        return new Output<TResult>(data.Value, data.Dependencies, data.Flags);
    }

    private static async Task<OutputData<TResult>> CombineAsync<TResult>(IOutput[] outputs, Func<object?[], TResult> build)
    {
        foreach (var output in outputs)
        {
            await output.WhenSettled().ConfigureAwait(false);
        }

        return Build(outputs, build);
    }

    private static OutputData<TResult> Build<TResult>(IOutput[] outputs, Func<object?[], TResult> build)
    {
        var values = new object?[outputs.Length];
        var dependencies = default(Dependencies);
        var flags = OutputFlags.None;
        for (var i = 0; i < outputs.Length; i++)
        {
            outputs[i].Peek(out var data);
            values[i] = data.Value;
            dependencies = dependencies.Union(data.Dependencies);
            flags |= data.Flags;
        }

        return new OutputData<TResult>(build(values), dependencies, flags);
    }
}
