using System.Collections.Immutable;
using System.Globalization;

namespace Pulumi;

public static class Output
{
    public static Output<T> Create<T>(T value) => new(value);

    public static Output<T> Create<T>(Task<T> value) => Output<T>.Create(value);

    public static Output<T> CreateSecret<T>(T value) => new(value, default, OutputFlags.Secret);

    public static Output<T> CreateSecret<T>(Task<T> value) => Output<T>.FromTask(value, OutputFlags.Secret);

    public static Output<T> CreateSecret<T>(Output<T> value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return value.With(default, OutputFlags.Secret, OutputFlags.None);
    }

    public static Output<T> Unsecret<T>(Output<T> output) => output.With(default, OutputFlags.None, OutputFlags.Secret);

    public static Task<bool> IsSecretAsync<T>(Output<T> output)
        => output.TryGet(out var data) ? Task.FromResult(data.IsSecret) : SecretAsync(output.DataTask);

    public static Output<ImmutableArray<T>> All<T>(params Input<T>[] inputs) => OutputCombiner.All<T>([.. inputs.Select(input => (Output<T>)input)]);

    public static Output<ImmutableArray<T>> All<T>(IEnumerable<Input<T>> inputs) => OutputCombiner.All<T>([.. inputs.Select(input => (Output<T>)input)]);

    public static Output<ImmutableArray<T>> All<T>(params Output<T>[] outputs) => OutputCombiner.All<T>([.. outputs]);

    public static Output<ImmutableArray<T>> All<T>(IEnumerable<Output<T>> outputs) => OutputCombiner.All<T>([.. outputs]);

    public static Output<(T1, T2)> Tuple<T1, T2>(Input<T1> item1, Input<T2> item2) => Tuple((Output<T1>)item1, (Output<T2>)item2);

    public static Output<(T1, T2)> Tuple<T1, T2>(Output<T1> item1, Output<T2> item2)
        => OutputCombiner.Combine([item1, item2], values => ((T1)values[0]!, (T2)values[1]!));

    public static Output<(T1, T2, T3)> Tuple<T1, T2, T3>(Input<T1> item1, Input<T2> item2, Input<T3> item3)
        => Tuple((Output<T1>)item1, (Output<T2>)item2, (Output<T3>)item3);

    public static Output<(T1, T2, T3)> Tuple<T1, T2, T3>(Output<T1> item1, Output<T2> item2, Output<T3> item3)
        => OutputCombiner.Combine([item1, item2, item3], values => ((T1)values[0]!, (T2)values[1]!, (T3)values[2]!));

    public static Output<string> Format(FormattableString formattableString)
    {
        var arguments = formattableString.GetArguments();
        var outputs = new IOutput[arguments.Length];
        for (var i = 0; i < arguments.Length; i++)
        {
            outputs[i] = arguments[i] is IInput input ? input.ToOutput() : arguments[i] as IOutput ?? new Output<object?>(arguments[i]);
        }

        return OutputCombiner.Combine(outputs, static values => values)
            .Apply(values => string.Format(CultureInfo.InvariantCulture, formattableString.Format, values));
    }

    private static async Task<bool> SecretAsync<T>(Task<OutputData<T>> task) => (await task.ConfigureAwait(false)).IsSecret;
}
