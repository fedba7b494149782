using Pulumi.Kubernetes.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;

namespace Hardening.Preview.Tests.Capture;

public class SecretsDownstreamTests
{
    [Fact]
    public async Task What_a_secret_holds_is_secret_even_where_the_program_does_not_say_so()
    {
        var stack = await Run.WellAsync(() => _ = new Secret("secret", new SecretArgs { StringData = { { "password", "hunter2" } }, Type = "Opaque" }));

        Assert.Equal("{apiVersion: 'v1', kind: 'Secret', stringData: !{password: 'hunter2'}, type: 'Opaque'}", Shape.Of(stack.Named("secret").Inputs));
    }

    [Fact]
    public async Task A_value_taken_from_a_secret_stays_secret()
    {
        var stack = await Run.WellAsync(() =>
        {
            var secret = new Secret("secret", new SecretArgs { StringData = { { "password", "hunter2" } } });
            _ = new ConfigMap("user", new ConfigMapArgs { Data = { { "copy", secret.StringData.Apply(data => data["password"]) }, { "open", "1" } } });
        });

        Assert.Equal("{copy: !'hunter2', open: '1'}", Shape.Of(stack.Named("user").Inputs["data"]));
    }

    [Fact]
    public async Task A_secret_input_stays_secret_in_the_output_of_its_resource()
    {
        var stack = await Run.WellAsync(() =>
        {
            var first = new ConfigMap("first", new ConfigMapArgs { Data = { { "a", Output.CreateSecret("hidden") } } });
            _ = new ConfigMap("second", new ConfigMapArgs { Data = { { "b", first.Data.Apply(data => data["a"]) } } });
        });

        Assert.Equal("{b: !'hidden'}", Shape.Of(stack.Named("second").Inputs["data"]));
    }

    [Fact]
    public async Task An_id_is_unknown_in_a_preview_and_known_in_an_update()
    {
        static void Program()
        {
            var ns = new Namespace("ns");
            _ = new ConfigMap("user", new ConfigMapArgs { Data = { { "id", ns.Id } } });
        }

        var preview = await Run.WellAsync(Program);
        var update = await Run.WellAsync(Program, new CaptureOptions { IsPreview = false });

        Assert.Equal("{id: ?}", Shape.Of(preview.Named("user").Inputs["data"]));
        Assert.Equal("{id: 'ns-id'}", Shape.Of(update.Named("user").Inputs["data"]));
    }
}
