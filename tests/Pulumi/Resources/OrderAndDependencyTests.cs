using Pulumi.Tests.Support;
using Pulumi.Utilities;

namespace Pulumi.Tests.Resources;

public sealed class OrderAndDependencyTests
{
    [Fact]
    public async Task Under_mocks_registration_order_is_program_order()
    {
        var mocks = await Run.Resources(() =>
        {
            _ = new Probe("a");
            _ = new Group("b", fill: group => _ = new Probe("c", options: new CustomResourceOptions { Parent = group }));
            _ = new Probe("d");
        });

        Assert.Equal(["a", "b", "c", "d"], mocks.Requests.Select(request => request.Name));
    }

    [Fact]
    public async Task A_resource_is_registered_only_when_what_it_depends_on_is_there()
    {
        var mocks = await WithSlow("slow", () =>
        {
            var slow = new Probe("slow");
            _ = new Probe("dependent", options: new CustomResourceOptions { DependsOn = { slow } });
            _ = new Probe("user", new ProbeArgs { Text = slow.Id });
            _ = new Probe("linked", new ProbeArgs { Text = OutputUtilities.WithDependency(Output.Create("x"), slow) });
            _ = new Probe("child", options: new CustomResourceOptions { Parent = slow });
            _ = new Probe("free");
        });

        Assert.Equal(["slow", "free"], mocks.Requests.Take(2).Select(request => request.Name));
        Assert.Equal(["child", "dependent", "linked", "user"], mocks.Requests.Skip(2).Select(request => request.Name).Order());
    }

    [Fact]
    public async Task DependsOn_a_component_expands_to_its_children()
    {
        var mocks = await WithSlow("slow", () =>
        {
            var group = new Group("group", fill: outer =>
                _ = new Group("inner", new ComponentResourceOptions { Parent = outer }, inner =>
                    _ = new Probe("slow", options: new CustomResourceOptions { Parent = inner })));
            _ = new Probe("dependent", options: new CustomResourceOptions { DependsOn = { group } });
            _ = new Probe("free");
        });

        Assert.Equal(["group", "inner", "slow", "free", "dependent"], mocks.Requests.Select(request => request.Name));
    }

    [Fact]
    public async Task What_depends_on_a_failed_resource_is_never_registered()
    {
        var mocks = new RecordingMocks
        {
            Answer = async args =>
            {
                await Task.Yield();
                return args.Name == "broken" ? throw new InvalidOperationException("mock boom") : (args.Name, args.Inputs);
            },
        };

        var exitCode = Environment.ExitCode;
        var failure = await Record.ExceptionAsync(() => Run.Resources(
            () =>
            {
                var broken = new Probe("broken");
                _ = new Probe("dependent", options: new CustomResourceOptions { DependsOn = { broken } });
            },
            mocks));
        Environment.ExitCode = exitCode;

        Assert.Contains("mock boom", failure!.Message, StringComparison.Ordinal);
        Assert.Equal(["broken"], mocks.Requests.Select(request => request.Name));
    }

    [Fact]
    public async Task A_mock_URN_keeps_only_the_root_type_and_nested_components_collapse()
    {
        var urns = new List<Output<string>>();
        Probe? deep = null;
        Group? group = null;
        await Run.Resources(() => group = new Group("outer", fill: outer =>
            _ = new Group("inner", new ComponentResourceOptions { Parent = outer }, inner =>
                deep = new Probe("deep", options: new CustomResourceOptions { Parent = inner }))));

        Assert.Empty(urns);
        Assert.Equal("urn:pulumi:stack::project::pulumi:pulumi:Stack$test:index:Probe::deep", await Run.Value(deep!.Urn));
        Assert.Equal("urn:pulumi:stack::project::pulumi:pulumi:Stack$test:index:Group::outer", await Run.Value(group!.Urn));
    }

    [Fact]
    public async Task Mocks_do_not_reject_duplicate_names()
    {
        var mocks = await Run.Resources(() =>
        {
            _ = new Probe("same");
            _ = new Probe("same");
        });

        Assert.Equal(["same", "same"], mocks.Requests.Select(request => request.Name));
    }

    [Fact]
    public async Task The_stack_itself_never_reaches_NewResourceAsync_but_is_among_the_resources()
    {
        var mocks = new RecordingMocks();

        var resources = await Run.Stack<OneProbe>(mocks);

        Assert.Equal(["one"], mocks.Requests.Select(request => request.Name));
        Assert.Equal(["project-stack", "one"], resources.Select(resource => resource.GetResourceName()));
        Assert.Equal("pulumi:pulumi:Stack", resources[0].GetResourceType());
    }

    [Theory]
    [InlineData("", "name", "'type' cannot be null or empty. (Parameter 'type')")]
    [InlineData("test:index:Probe", "", "'name' cannot be null or empty. (Parameter 'name')")]
    public async Task A_resource_needs_a_type_and_a_name(string type, string name, string message)
    {
        var failure = await Run.Failure(() => _ = new CustomResource(type, name, args: null, options: null));

        Assert.Contains(message, failure.Message, StringComparison.Ordinal);
    }

    // The slow resource is answered once everything else that can go ahead has done so.
    private static async Task<RecordingMocks> WithSlow(string slow, Action create)
    {
        var gate = new TaskCompletionSource();
        var mocks = new RecordingMocks
        {
            Answer = async args =>
            {
                if (args.Name == slow)
                {
                    await gate.Task;
                }

                return (args.Name, args.Inputs);
            },
        };
        await Run.Resources(
            () =>
            {
                create();
                gate.SetResult();
            },
            mocks);
        return mocks;
    }

    private sealed class OneProbe : Stack
    {
        public OneProbe() => _ = new Probe("one");
    }
}
