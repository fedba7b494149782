using Pulumi.Tests.Support;

namespace Pulumi.Tests.Runs;

public sealed class FailureTests
{
    [Fact]
    public async Task A_failing_run_throws_RunException_whose_message_holds_the_stack_text_and_leaves_ExitCode_32()
    {
        var before = Environment.ExitCode;
        try
        {
            Environment.ExitCode = 0;
            var failure = await Assert.ThrowsAsync<RunException>(() => Run.Resources(Boom));

            Assert.StartsWith("Running program '", failure.Message, StringComparison.Ordinal);
            Assert.Contains("' failed with an unhandled exception:\nSystem.InvalidOperationException: boom", failure.Message, StringComparison.Ordinal);
            Assert.Contains("   at ", failure.Message, StringComparison.Ordinal);
            Assert.Contains(nameof(Boom), failure.Message, StringComparison.Ordinal);
            Assert.Equal(32, Environment.ExitCode);
        }
        finally
        {
            Environment.ExitCode = before;
        }
    }

    [Fact]
    public async Task Log_Error_alone_makes_the_run_throw_and_leaves_the_exit_code()
    {
        var before = Environment.ExitCode;
        try
        {
            Environment.ExitCode = 0;
            var failure = await Assert.ThrowsAsync<RunException>(() => Run.Resources(() => Log.Error("only logged")));

            Assert.Equal("only logged", failure.Message);
            Assert.Equal(0, Environment.ExitCode);
        }
        finally
        {
            Environment.ExitCode = before;
        }
    }

    [Fact]
    public async Task Two_logged_errors_are_two_RunExceptions_in_any_order()
    {
        var failure = await Assert.ThrowsAsync<AggregateException>(() => Run.Resources(() =>
        {
            Log.Error("one");
            Log.Exception(new InvalidOperationException("two"));
        }));

        Assert.Equal(
            ["System.InvalidOperationException: two", "one"],
            failure.InnerExceptions.Select(inner => Assert.IsType<RunException>(inner).Message).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Messages_and_warnings_do_not_fail_a_run()
    {
        await Run.Resources(() =>
        {
            Log.Debug("debug");
            Log.Info("info");
            Log.Warn("warning", new Probe("probe"), streamId: 1, ephemeral: true);
        });
    }

    [Fact]
    public async Task RunException_and_ResourceException_with_hidden_stack_come_without_a_stack()
    {
        Assert.Equal("run", Assert.IsType<RunException>(await Run.Failure(() => throw new RunException("run", new InvalidOperationException()))).Message);
        Assert.Equal("resource", (await Run.Failure(() => throw new ResourceException("resource", null, hideStack: true))).Message);
        Assert.StartsWith(
            "Pulumi.ResourceException: resource", (await Run.Failure(() => throw new ResourceException("resource", null))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_failing_Apply_used_by_a_resource_is_found_by_its_inner_message()
    {
        var failure = await Run.Failure(
            () => _ = new Probe("probe", new ProbeArgs { Text = Output.Create("x").Apply(Fail) }));

        Assert.Contains("apply boom x", failure.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failing_Apply_that_nobody_uses_fails_the_run()
    {
        var failure = await Run.Failure(() =>
        {
            var late = Output.Create(Later()).Apply(Fail);
            Assert.NotNull(late);
        });

        Assert.Contains("apply boom x", failure.ToString(), StringComparison.Ordinal);

        static async Task<string> Later()
        {
            await Task.Yield();
            return "x";
        }
    }

    [Fact]
    public async Task What_was_registered_before_the_failure_has_reached_the_mocks()
    {
        var mocks = new RecordingMocks();
        var before = Environment.ExitCode;
        await Record.ExceptionAsync(() => Run.Resources(
            () =>
            {
                _ = new Probe("before");
                throw new InvalidOperationException("boom");
            },
            mocks));
        Environment.ExitCode = before;

        Assert.Equal(["before"], mocks.Requests.Select(request => request.Name));
    }

    [Fact]
    public async Task A_mock_that_fails_fails_the_run()
    {
        var mocks = new RecordingMocks { Answer = _ => throw new InvalidOperationException("mock boom") };
        var before = Environment.ExitCode;
        var failure = await Record.ExceptionAsync(() => Run.Resources(() => _ = new Probe("probe"), mocks));
        Environment.ExitCode = before;

        Assert.Contains("mock boom", failure!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mock_that_answers_with_something_else_than_a_dictionary_fails_the_run()
    {
        var mocks = new RecordingMocks { Answer = _ => Task.FromResult<(string?, object)>(("id", "text")) };
        var before = Environment.ExitCode;
        var failure = await Record.ExceptionAsync(() => Run.Resources(() => _ = new Probe("probe"), mocks));
        Environment.ExitCode = before;

        Assert.Contains("System.String is not a supported argument type", failure!.ToString(), StringComparison.Ordinal);
    }

    private static string Fail(string value) => throw new InvalidOperationException($"apply boom {value}");

    private static void Boom() => throw new InvalidOperationException("boom");
}
