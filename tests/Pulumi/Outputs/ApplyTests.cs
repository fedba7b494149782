using System.Collections.Immutable;
using Pulumi.Tests.Support;
using Pulumi.Utilities;

namespace Pulumi.Tests.Outputs;

public sealed class ApplyTests
{
    [Fact]
    public async Task Apply_takes_functions_that_return_a_value_a_task_an_input_or_an_output()
    {
        var output = Output.Create(1);

        Assert.Equal(2, await Run.Value(output.Apply(value => value + 1)));
        Assert.Equal(2, await Run.Value(output.Apply(value => Task.FromResult(value + 1))));
        Assert.Equal(2, await Run.Value(output.Apply(value => (Input<int>)(value + 1))));
        Assert.Equal(2, await Run.Value(output.Apply(value => Output.Create(value + 1))));
        Assert.Equal(default, await Run.Value(output.Apply(async _ => await Task.Yield())));
    }

    [Fact]
    public async Task Apply_on_an_input_takes_the_same_functions_and_an_absent_input_is_the_default()
    {
        Input<int> input = 1;
        Input<int>? absent = null;

        Assert.Equal(2, await Run.Value(input.Apply(value => value + 1)));
        Assert.Equal(2, await Run.Value(input.Apply(value => Task.FromResult(value + 1))));
        Assert.Equal(2, await Run.Value(input.Apply(value => (Input<int>)(value + 1))));
        Assert.Equal(2, await Run.Value(input.Apply(value => Output.Create(value + 1))));
        Assert.Equal(0, await Run.Value(absent.ToOutput()));
    }

    [Fact]
    public async Task Apply_runs_once_its_value_is_there()
    {
        var source = new TaskCompletionSource<int>();
        var direct = Output.Create(source.Task).Apply(value => value + 1);
        var inner = Output.Create(1).Apply(_ => source.Task).Apply(value => Output.Create(value + 2));

        Assert.False(OutputUtilities.GetValueAsync(direct).IsCompleted);
        source.SetResult(1);

        Assert.Equal(2, await Run.Value(direct));
        Assert.Equal(3, await Run.Value(inner));
    }

    [Fact]
    public async Task Apply_does_not_run_on_an_unknown_value()
    {
        var unknown = OutputUtilities.CreateUnknown(1).Apply(Fail);
        var later = Output.Create(1).Apply(async value =>
        {
            await Task.Yield();
            return value;
        }).Apply(_ => OutputUtilities.CreateUnknown(() => Task.FromResult(1))).Apply(Fail);

        Assert.False(await Run.IsKnown(unknown));
        Assert.False(await Run.IsKnown(later));

        static int Fail(int value) => throw new InvalidOperationException($"ran with {value}");
    }

    [Fact]
    public async Task The_value_of_an_unknown_output_looks_like_the_default()
    {
        Assert.Equal(0, await Run.Value(OutputUtilities.CreateUnknown(7)));
    }

    [Fact]
    public async Task A_function_that_returns_no_output_gives_the_default()
    {
        Assert.Null(await Run.Value(Output.Create("x").Apply(_ => (Output<string>?)null)));
        Assert.Null(await Run.Value(Output.Create("x").Apply(_ => (Input<string>?)null)));
    }

    [Fact]
    public async Task Secrets_stay_secret_through_Apply_All_Tuple_and_Format_until_Unsecret()
    {
        var secret = Output.CreateSecret("s");
        var plain = Output.Create("p");

        Assert.True(await Output.IsSecretAsync(secret.Apply(value => value.Length)));
        Assert.True(await Output.IsSecretAsync(plain.Apply(_ => secret)));
        Assert.True(await Output.IsSecretAsync(Output.All(plain, secret)));
        Assert.True(await Output.IsSecretAsync(Output.Tuple(plain, secret)));
        Assert.True(await Output.IsSecretAsync(Output.Format($"{plain}{secret}")));
        Assert.True(await Output.IsSecretAsync(Output.CreateSecret(plain)));
        Assert.True(await Output.IsSecretAsync(Output.CreateSecret(Task.FromResult("s"))));
        Assert.False(await Output.IsSecretAsync(Output.Unsecret(secret)));
        Assert.False(await Output.IsSecretAsync(plain));
    }

    [Fact]
    public async Task All_and_Tuple_give_the_values_in_order()
    {
        Input<string> input = "a";
        var late = Output.Create(Later("b"));

        Assert.Equal(["a", "b"], (IEnumerable<string>)await Run.Value(Output.All(input, (Input<string>)late)));
        Assert.Equal(["a", "b"], (IEnumerable<string>)await Run.Value(Output.All(new List<Input<string>> { input, late })));
        Assert.Equal(["b", "b"], (IEnumerable<string>)await Run.Value(Output.All(late, late)));
        Assert.Equal(["b"], (IEnumerable<string>)await Run.Value(Output.All((IEnumerable<Output<string>>)[late])));
        Assert.Equal(("a", 1), await Run.Value(Output.Tuple(input, (Input<int>)1)));
        Assert.Equal(("b", 1), await Run.Value(Output.Tuple(late, Output.Create(1))));
        Assert.Equal(("a", 1, true), await Run.Value(Output.Tuple(input, (Input<int>)1, (Input<bool>)true)));
        Assert.Equal(("b", 1, true), await Run.Value(Output.Tuple(late, Output.Create(1), Output.Create(true))));
    }

    [Fact]
    public async Task One_unknown_value_makes_All_Tuple_and_Format_unknown()
    {
        var unknown = OutputUtilities.CreateUnknown("u");
        var known = Output.Create("k");

        Assert.False(await Run.IsKnown(Output.All(known, unknown)));
        Assert.False(await Run.IsKnown(Output.Tuple(known, unknown)));
        Assert.False(await Run.IsKnown(Output.Format($"{known}{unknown}")));
    }

    [Fact]
    public async Task Format_takes_inputs_outputs_and_plain_values_and_formats_them_without_culture()
    {
        Input<string> input = "i";

        Assert.Equal("i-o-1.5-null:", await Run.Value(Output.Format($"{input}-{Output.Create(Later("o"))}-{1.5}-null:{null}")));
    }

    [Fact]
    public async Task What_cannot_be_formatted_fails_the_run_and_not_the_call()
    {
        var isReached = false;

        var failure = await Run.Failure(() =>
        {
            _ = Output.Format($"{Output.Create(1):Q}");
            isReached = true;
        });

        Assert.True(isReached);
        Assert.Contains("System.FormatException", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Dependencies_are_those_of_every_value_that_took_part()
    {
        ImmutableHashSet<Resource> seen = [];
        Resource? first = null;
        Resource? second = null;
        await Run.Resources(() =>
        {
            var one = new Probe("one");
            var two = new Probe("two");
            (first, second) = (one, two);
            var both = Output.Tuple(one.Id, OutputUtilities.WithDependency(Output.Create("x"), two)).Apply(pair => pair.Item1 + pair.Item2);
            seen = OutputUtilities.GetDependenciesAsync(both).GetAwaiter().GetResult();
        });

        Assert.Equal([first!, second!], seen.OrderBy(resource => resource.GetResourceName()));
        Assert.Empty(await OutputUtilities.GetDependenciesAsync(Output.Create("x")));
    }

    [Fact]
    public async Task An_output_in_a_string_warns_instead_of_showing_its_value()
    {
        var text = "";
        await Run.Resources(() => text = Output.Create("value").ToString());

        Assert.StartsWith("Calling [ToString] on an [Output<T>] is not supported.", text, StringComparison.Ordinal);
        Assert.DoesNotContain("\"value\"", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Null_is_refused_where_an_output_is_needed()
    {
        Assert.Throws<ArgumentNullException>(() => Output.Create((Task<string>)null!));
        Assert.Throws<ArgumentNullException>(() => Output<string>.Create(null!));
        Assert.Throws<ArgumentNullException>(() => Output.CreateSecret((Output<string>)null!));
        Assert.Throws<ArgumentNullException>(() => (Input<string>)(Output<string>)null!);
    }

    private static async Task<T> Later<T>(T value)
    {
        await Task.Yield();
        return value;
    }
}
