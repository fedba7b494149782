using Pulumi.Testing;
using Pulumi.Tests.Support;

namespace Pulumi.Tests.Runs;

public sealed class DeploymentTests
{
    [Fact]
    public void Deployment_Instance_is_async_local_and_a_resource_created_outside_throws()
    {
        const string Message = "Trying to acquire Deployment.Instance before 'Run' was called.";

        Assert.Equal(Message, Assert.Throws<InvalidOperationException>(() => Deployment.Instance).Message);
        Assert.Equal(Message, Assert.Throws<InvalidOperationException>(() => new Probe("probe")).Message);
        Assert.Equal(Message, Assert.Throws<InvalidOperationException>(() => new Stack()).Message);
        Assert.Equal(Message, Assert.Throws<InvalidOperationException>(() => new Config()).Message);
        Assert.Equal(Message, Assert.Throws<InvalidOperationException>(() => Log.Warn("x")).Message);
    }

    [Fact]
    public async Task After_a_run_there_is_no_instance()
    {
        await Run.Resources(() => Assert.NotNull(Deployment.Instance));

        Assert.Throws<InvalidOperationException>(() => Deployment.Instance);
    }

    [Fact]
    public async Task Inside_a_running_deployment_another_one_is_refused()
    {
        Exception? inner = null;
        await Run.Resources(() => inner = Record.ExceptionAsync(() => Run.Resources(() => { })).GetAwaiter().GetResult());

        Assert.Equal("Deployment.Instance should only be set once at the beginning of a 'Run' call.", inner!.Message);
    }

    [Fact]
    public async Task Inside_a_running_deployment_another_one_works_without_the_flow_of_the_context()
    {
        RecordingMocks? inner = null;
        var outer = await Run.Resources(() =>
        {
            using (ExecutionContext.SuppressFlow())
            {
                inner = Task.Run(() => Run.Resources(() => _ = new Probe("inner"))).GetAwaiter().GetResult();
            }

            _ = new Probe("outer");
        });

        Assert.Equal(["inner"], inner!.Requests.Select(request => request.Name));
        Assert.Equal(["outer"], outer.Requests.Select(request => request.Name));
    }

    [Fact]
    public async Task RunAsync_without_the_engines_environment_says_to_use_the_pulumi_CLI()
    {
        using var scope = new EnvironmentScope(("PULUMI_MONITOR", null), ("PULUMI_ENGINE", null));

        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => Deployment.RunAsync<Stack1>());

        Assert.Equal("Program run without the Pulumi engine available; re-run using the `pulumi` CLI", failure.Message);
    }

    [Fact]
    public async Task RunAsync_with_an_engine_deploys_or_says_what_to_do()
    {
        // Incomplete, so that the official SDK does not look for an engine at that address.
        using var scope = new EnvironmentScope(("PULUMI_MONITOR", "127.0.0.1:1"), ("PULUMI_ENGINE", null));
        var isOffline = !typeof(Output).Assembly.GetReferencedAssemblies().Any(assembly => assembly.Name == "Google.Protobuf");

        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => Deployment.RunAsync<Stack1>());

        Assert.Contains(isOffline ? "-p:PulumiSdk=official" : "re-run using the `pulumi` CLI", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Test_options_say_project_stack_organization_root_and_mode()
    {
        var options = new TestOptions { ProjectName = "p", StackName = "s", OrganizationName = "o", RootDirectory = "/r", IsPreview = false };
        DeploymentInstance? instance = null;
        Probe? probe = null;
        await Deployment.TestAsync(new RecordingMocks(), options, () =>
        {
            instance = Deployment.Instance;
            probe = new Probe("probe");
        });

        Assert.Equal("p s o /r False", $"{instance!.ProjectName} {instance.StackName} {instance.OrganizationName} {instance.RootDirectory} {instance.IsDryRun}");
        Assert.Equal("urn:pulumi:s::p::pulumi:pulumi:Stack$test:index:Probe::probe", await Run.Value(probe!.Urn));
    }

    [Fact]
    public async Task Without_options_the_project_is_project_the_stack_is_stack_and_reading_the_root_directory_throws()
    {
        DeploymentInstance? instance = null;
        await Run.Resources(() => instance = Deployment.Instance);

        Assert.Equal("project stack organization", $"{instance!.ProjectName} {instance.StackName} {instance.OrganizationName}");
        Assert.Throws<InvalidOperationException>(() => instance.RootDirectory);
    }

    [Fact]
    public async Task The_delegate_forms_of_TestAsync_drop_their_internal_stack_from_the_result()
    {
        var options = new TestOptions();
        var action = await Deployment.TestAsync(new RecordingMocks(), options, () => _ = new Probe("probe"));
        var task = await Deployment.TestAsync(new RecordingMocks(), options, async () =>
        {
            await Task.Yield();
            _ = new Probe("probe");
        });

        Assert.Equal("probe", Assert.Single(action).GetResourceName());
        Assert.Equal("probe", Assert.Single(task).GetResourceName());
    }

    [Fact]
    public async Task The_delegate_forms_with_outputs_give_them_back()
    {
        var options = new TestOptions();
        var (resources, outputs) = await Deployment.TestAsync(
            new RecordingMocks(), options, () => (IDictionary<string, object?>)new Dictionary<string, object?> { ["id"] = new Probe("probe").Id });
        var (_, later) = await Deployment.TestAsync(new RecordingMocks(), options, async () =>
        {
            await Task.Yield();
            return (IDictionary<string, object?>)new Dictionary<string, object?> { ["x"] = 1 };
        });

        Assert.Equal("probe", Assert.Single(resources).GetResourceName());
        Assert.Equal("probe-id", await Run.Value((Output<string>)outputs["id"]!));
        Assert.Equal(1, later["x"]);
    }

    [Fact]
    public async Task A_service_provider_makes_the_stack_inside_the_deployment()
    {
        var asked = new List<Type>();
        var services = new Services(type =>
        {
            asked.Add(type);
            Assert.Equal("stack", Deployment.Instance.StackName);
            return new Stack1();
        });

        var resources = await Deployment.TestWithServiceProviderAsync<Stack>(new RecordingMocks(), services);

        Assert.Equal([typeof(Stack)], asked);
        Assert.Equal(["project-stack", "one"], resources.Select(resource => resource.GetResourceName()));
    }

    [Fact]
    public async Task A_service_provider_without_the_stack_fails_the_run()
    {
        var before = Environment.ExitCode;
        var failure = await Record.ExceptionAsync(
            () => Deployment.TestWithServiceProviderAsync<Stack>(new RecordingMocks(), new Services(_ => null)));
        Environment.ExitCode = before;

        Assert.Contains("Failed to resolve instance of type Pulumi.Stack from service provider.", failure!.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<ArgumentNullException>(() => Deployment.TestWithServiceProviderAsync<Stack>(new RecordingMocks(), null!));
    }

    [Fact]
    public async Task Concurrent_runs_do_not_mix()
    {
        var runs = Enumerable.Range(0, 24).Select(async index =>
        {
            await Task.Yield();
            var mocks = new RecordingMocks();
            var options = new TestOptions { ProjectName = $"p{index}", IsPreview = index % 2 == 0 };
            Probe? probe = null;
            await Deployment.TestAsync(mocks, options, async () =>
            {
                await Task.Yield();
                probe = new Probe($"{Deployment.Instance.ProjectName}-probe", new ProbeArgs { Number = index });
            });
            Assert.Equal($"p{index}-probe", Assert.Single(mocks.Requests).Name);
            Assert.Equal(index % 2 != 0, await Run.IsKnown(probe!.Text));
            Assert.Equal(index, await Run.Value(probe.Number));
        });

        await Task.WhenAll(runs);
    }

    private sealed class Stack1 : Stack
    {
        public Stack1() => _ = new Probe("one");
    }
}
