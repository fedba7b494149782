using Pulumi.Tests.Support;

namespace Pulumi.Tests.Runs;

public sealed class StackOutputTests
{
    [Fact]
    public async Task Stack_outputs_are_its_Output_properties()
    {
        var resources = await Run.Stack<Good>();

        Assert.Equal("x", await Run.Value(((Good)resources[0]).Text));
    }

    [Fact]
    public async Task An_output_without_value_fails_the_run()
    {
        Assert.Equal(
            "Output(s) 'text' have no value assigned. [Output] attributed properties must be assigned inside Stack constructor.",
            (await Failure<Unset>()).Message);
    }

    [Fact]
    public async Task An_output_that_is_not_an_Output_fails_the_run()
    {
        Assert.Equal(
            "Output(s) 'text' have incorrect type. [Output] attributed properties must be instances of Output<T>.",
            (await Failure<Wrong>()).Message);
    }

    [Fact]
    public async Task A_stack_constructor_fails_with_its_own_exception()
    {
        var failure = await Failure<Throwing>();

        Assert.IsType<RunException>(failure);
        Assert.Contains("unhandled exception:\nSystem.InvalidOperationException: stack boom", failure.Message, StringComparison.Ordinal);
    }

    private static async Task<Exception> Failure<TStack>()
        where TStack : Stack, new()
    {
        var before = Environment.ExitCode;
        var failure = await Record.ExceptionAsync(() => Run.Stack<TStack>());
        Environment.ExitCode = before;
        return failure!;
    }

    private sealed class Good : Stack
    {
        public Good() => Text = Output.Create("x");

        [Output("text")]
        public Output<string> Text { get; private set; }
    }

    private sealed class Unset : Stack
    {
        [Output("text")]
        public Output<string> Text { get; private set; } = null!;
    }

    private sealed class Wrong : Stack
    {
        [Output("text")]
        public string Text { get; private set; } = "x";
    }

    private sealed class Throwing : Stack
    {
        public Throwing() => throw new InvalidOperationException("stack boom");
    }
}
