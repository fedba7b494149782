using Pulumi.Kubernetes.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;

namespace Hardening.Preview.Tests.Capture;

public class CaptureRunTests
{
    [Fact]
    public async Task The_program_sees_its_names_and_configuration()
    {
        var stack = await Run.WellAsync(
            () =>
            {
                var config = new Config();
                _ = new Group($"{Deployment.Instance.ProjectName}/{Deployment.Instance.StackName}/{Deployment.Instance.OrganizationName}/{Deployment.Instance.IsDryRun}");
                _ = new Group($"{config.Require("text")}/{config.RequireInt32("number")}/{config.RequireBoolean("flag")}/{config.RequireObject<string[]>("list")[1]}");
                _ = new Group(new Config("other").Get("key") ?? "none");
            },
            new CaptureOptions
            {
                Project = "infra",
                Stack = "prod",
                Organization = "home",
                IsPreview = false,
                Config = new Dictionary<string, string>
                {
                    ["infra:text"] = "a \"quoted\" text",
                    ["infra:number"] = "42",
                    ["infra:flag"] = "true",
                    ["infra:list"] = """["a","b"]""",
                    ["other:key"] = "value",
                },
            });

        Assert.Equal(["infra-prod", "infra/prod/home/False", "a \"quoted\" text/42/True/b", "value"], stack.Resources.Select(resource => resource.Name));
        Assert.Equal(("infra", "prod"), (stack.Project, stack.Stack));
    }

    [Fact]
    public async Task Captures_at_the_same_time_do_not_see_each_other()
    {
        var runs = Enumerable.Range(0, 24).Select(number => Run.WellAsync(
            () =>
            {
                var value = new Config().Require("value");
                _ = new ConfigMap("map", new ConfigMapArgs { Data = { { "value", $"{Deployment.Instance.StackName} {value}" } } });
            },
            new CaptureOptions { Project = "p", Stack = $"s{number}", Config = new Dictionary<string, string> { ["p:value"] = $"v{number}" } }));

        var stacks = await Task.WhenAll(runs);

        Assert.Equal(Enumerable.Range(0, 24).Select(number => $"s{number} v{number}"), stacks.Select(stack => stack.Named("map").Inputs["data"]!["value"]!.Text));
    }

    [Fact]
    public async Task A_capture_may_run_inside_another_deployment()
    {
        CapturedStack? inner = null;

        var outer = await Run.WellAsync(() =>
        {
            inner = Run.WellAsync(() => _ = new Namespace("inner")).GetAwaiter().GetResult();
            _ = new Namespace("outer");
        });

        Assert.Equal(["tests-dev", "inner"], inner!.Resources.Select(resource => resource.Name));
        Assert.Equal(["tests-dev", "outer"], outer.Resources.Select(resource => resource.Name));
    }

    [Fact]
    public async Task A_stack_that_keeps_its_options_to_itself_is_an_error()
    {
        var stack = await StackCapture.RunAsync(options => new ProgramStack(null, () => _ = new Namespace("ns")), new CaptureOptions());

        var error = Assert.Single(stack.Errors);
        Assert.Equal(
            "the stack did not hand its options on, so that nothing could be recorded; declare the constructor as MyStack(StackOptions? options = null) : base(options)",
            error.ToString());
    }
}
