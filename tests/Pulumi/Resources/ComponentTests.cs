using System.Collections.Immutable;
using Moq;
using Pulumi.Testing;
using Pulumi.Tests.Support;

namespace Pulumi.Tests.Resources;

public sealed class ComponentTests
{
    [Fact]
    public async Task A_component_reaches_the_mocks_without_inputs_and_keeps_its_own_outputs()
    {
        Labelled? component = null;
        var mocks = await Run.Resources(() => component = new Labelled("one"));

        var request = Assert.Single(mocks.Requests);
        Assert.Equal("test:index:Labelled", request.Type);
        Assert.Empty(request.Inputs);
        Assert.Equal("label of one", await Run.Value(component!.Label));
    }

    [Fact]
    public async Task Args_given_to_a_components_base_constructor_are_its_inputs()
    {
        var mocks = await Run.Resources(() => _ = new ComponentResource("test:index:Plain", "plain", new ProbeArgs { Text = "x" }));

        Assert.Equal("x", mocks.InputsOf("plain")["text"]);
    }

    [Fact]
    public async Task RegisterOutputs_brings_the_Output_properties_to_mocks_that_want_them()
    {
        MockRegisterResourceOutputsRequest? registered = null;
        var mocks = new Mock<IMocks>();
        mocks.Setup(mock => mock.NewResourceAsync(It.IsAny<MockResourceArgs>()))
            .ReturnsAsync((MockResourceArgs args) => (args.Name, args.Inputs));
        mocks.Setup(mock => mock.RegisterResourceOutputs(It.IsAny<MockRegisterResourceOutputsRequest>()))
            .Callback((MockRegisterResourceOutputsRequest request) => registered = request.Urn.EndsWith("::one", StringComparison.Ordinal) ? request : registered)
            .Returns(Task.CompletedTask);

        await Deployment.TestAsync(mocks.Object, new TestOptions(), () => _ = new Labelled("one"));

        Assert.Equal("urn:pulumi:stack::project::pulumi:pulumi:Stack$test:index:Labelled::one", registered!.Urn);
        Assert.Equal(["Unnamed", "label", "secret"], registered.Outputs.Keys.Order(StringComparer.Ordinal));
        Assert.Equal("label of one", await Run.Value(registered.Outputs["label"]));
        Assert.True(await Output.IsSecretAsync(registered.Outputs["secret"]));
    }

    [Fact]
    public async Task An_output_that_cannot_be_sent_fails_the_run()
    {
        var failure = await Run.Failure(() => _ = new Unsendable("bad"));

        Assert.Contains("error serializing property \"value\": System.Int64 is not a supported argument type.", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failing_output_fails_the_run()
    {
        var failure = await Run.Failure(() => _ = new Failing("bad"));

        Assert.Contains("output boom", failure.ToString(), StringComparison.Ordinal);
    }

    private sealed class Labelled : ComponentResource
    {
        public Labelled(string name)
            : base("test:index:Labelled", name)
        {
            Label = Output.Create($"label of {name}");
            Secret = Output.CreateSecret("s");
            Unnamed = Output.Create(1);
            RegisterOutputs();
        }

        [Output("label")]
        public Output<string> Label { get; private set; }

        [Output("secret")]
        public Output<string> Secret { get; private set; }

        [Output]
        public Output<int> Unnamed { get; private set; }
    }

    private sealed class Unsendable : ComponentResource
    {
        public Unsendable(string name)
            : base("test:index:Unsendable", name)
            => RegisterOutputs(new Dictionary<string, object?> { ["value"] = Output.Create(7L) });
    }

    private sealed class Failing : ComponentResource
    {
        public Failing(string name)
            : base("test:index:Failing", name)
            => RegisterOutputs(Output.Create<IDictionary<string, object?>>(
                ImmutableDictionary<string, object?>.Empty.Add("value", Output.Create("x").Apply<string>(Boom))));

        private static string Boom(string value) => throw new InvalidOperationException($"output boom {value}");
    }
}
