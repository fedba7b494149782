using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Hardening.Components.Tests.Support;
using Moq;
using Pulumi;
using Pulumi.Testing;

namespace Hardening.Components.Tests.Egress;

/// <summary>What creating one policy under mocks registered.</summary>
internal sealed class EgressRun
{
    private readonly Dictionary<string, (string Type, JsonObject Inputs)> _registered = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (Resource? Parent, Output<ImmutableArray<Resource>> DependsOn)> _options = new(StringComparer.Ordinal);

    public EgressPolicy Policy { get; private set; } = null!;

    public IReadOnlyDictionary<string, (string Type, JsonObject Inputs)> Registered => _registered;

    public IReadOnlyDictionary<string, (Resource? Parent, Output<ImmutableArray<Resource>> DependsOn)> Options => _options;

    public static async Task<EgressRun> CreateAsync(EgressPolicyArgs args, string name = "web", bool preview = true, Action? afterwards = null)
    {
        var run = new EgressRun();
        await Deployment.TestAsync(Mocks(run), new TestOptions { IsPreview = preview }, () =>
        {
            var options = new ComponentResourceOptions { ResourceTransformations = { run.Record } };
            run.Policy = new EgressPolicy(name, args, options);
            afterwards?.Invoke();
        });
        return run;
    }

    /// <summary>Expects the constructor to refuse.</summary>
    public static async Task<ComponentArgumentException> RefusedAsync(EgressPolicyArgs args)
    {
        ComponentArgumentException? refusal = null;
        await Deployment.TestAsync(Mocks(new EgressRun()), new TestOptions(), () =>
        {
            refusal = Assert.Throws<ComponentArgumentException>(() => new EgressPolicy("web", args));
        });
        return refusal!;
    }

    public JsonObject Inputs(string name) => _registered[name].Inputs;

    public JsonObject Spec(string name = "web-policy") => Inputs(name)["spec"]!.AsObject();

    public JsonArray Egress => Spec()["egress"]!.AsArray();

    private static IMocks Mocks(EgressRun run)
    {
        var mocks = new Mock<IMocks>();
        mocks.Setup(mock => mock.NewResourceAsync(It.IsAny<MockResourceArgs>())).ReturnsAsync((MockResourceArgs resource) =>
        {
            lock (run._registered)
            {
                run._registered.Add(resource.Name!, (resource.Type!, SentJson.Of(resource.Inputs).AsObject()));
            }

            return (resource.Name + "-id", (object)resource.Inputs);
        });
        return mocks.Object;
    }

    private ResourceTransformationResult? Record(ResourceTransformationArgs args)
    {
        lock (_options)
        {
            _options[args.Resource.GetResourceName()] = (args.Options.Parent, args.Options.DependsOn.ToOutput());
        }

        return null;
    }
}
