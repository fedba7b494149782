using Pulumi.Kubernetes.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;

namespace Hardening.Preview.Tests.Capture;

public class CaptureFailureTests
{
    [Fact]
    public async Task An_exception_is_one_error_with_its_own_words_alone()
    {
        var stack = await Run.AnyAsync(() =>
        {
            _ = new Namespace("before");
            throw new InvalidOperationException("first line\n  - second line");
        });

        Assert.Equal(["first line\n  - second line"], stack.Errors.Select(error => error.Message));
        Assert.Equal(["tests-dev", "before"], stack.Resources.Select(resource => resource.Name));
        Assert.All(stack.Errors, error => Assert.Equal(("program.failed", FindingSeverity.Error), (error.Id, error.Severity)));
    }

    [Fact]
    public async Task A_run_exception_is_one_error()
    {
        var stack = await Run.AnyAsync(() => throw new RunException("say it plainly"));

        Assert.Equal(["say it plainly"], stack.Errors.Select(error => error.Message));
    }

    [Fact]
    public async Task A_logged_error_is_an_error()
    {
        var stack = await Run.AnyAsync(() => Log.Error("logged"));

        Assert.Equal(["logged"], stack.Errors.Select(error => error.Message));
    }

    [Fact]
    public async Task A_failing_apply_is_an_error_without_stack_text_or_paths()
    {
        var stack = await Run.AnyAsync(() =>
            _ = new ConfigMap("map", new ConfigMapArgs { Data = { { "a", Output.Create(1).Apply(Boom) } } }));

        Assert.NotEmpty(stack.Errors);
        Assert.All(stack.Errors, error =>
        {
            Assert.Contains("apply boom", error.Message, StringComparison.Ordinal);
            Assert.DoesNotContain("   at ", error.Message, StringComparison.Ordinal);
            Assert.DoesNotContain(AppContext.BaseDirectory, error.Message, StringComparison.Ordinal);
            Assert.DoesNotContain("unhandled exception", error.Message, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task A_missing_configuration_value_is_an_error()
    {
        var stack = await Run.AnyAsync(() => new Config().Require("absent"));

        var error = Assert.Single(stack.Errors);
        Assert.Contains("'tests:absent'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_error_holds_a_secret_of_the_configuration()
    {
        var options = new CaptureOptions
        {
            Project = "p",
            Config = new Dictionary<string, string> { ["p:number"] = "hunter2", ["p:nested"] = """{"inner":"swordfish"}""" },
            SecretKeys = ["p:number", "p:nested"],
        };

        var typed = await Run.AnyAsync(() => new Config().RequireInt32("number"), options);
        var thrown = await Run.AnyAsync(() => throw new InvalidOperationException($"cannot use {new Config().RequireObject<Dictionary<string, string>>("nested")["inner"]}"), options);

        Assert.DoesNotContain("hunter2", Assert.Single(typed.Errors).Message, StringComparison.Ordinal);
        Assert.Equal("cannot use [secret]", Assert.Single(thrown.Errors).Message);
    }

    [Fact]
    public async Task No_error_holds_a_secret_input()
    {
        var stack = await Run.AnyAsync(() =>
        {
            _ = new ConfigMap("map", new ConfigMapArgs { Data = { { "a", Output.CreateSecret("swordfish") } } });
            throw new InvalidOperationException("bad value swordfish");
        });

        Assert.Equal("bad value [secret]", Assert.Single(stack.Errors).Message);
    }

    private static string Boom(int value) => throw new InvalidOperationException("apply boom");
}
